import { expect, test } from 'vitest';
import { type Branch, growTree, pathTo, searchTree, type TreeNode } from './tree.ts';

function node(id: string, parent: string | null, name: string, more: Partial<TreeNode> = {}): TreeNode {
  return { id, parent, name, depth: 0, kind: 'VILLAGE', code: null, status: 'ACTIVE', overlay: null, ...more };
}

const nodes = [
  node('v1', null, '丁连村', { code: '310112114201' }),
  node('b1', 'v1', '第一块区', { kind: 'BLOCK' }),
  node('t1', 'b1', '东街组团', { kind: 'TEAM' }),
  node('b2', 'v1', '第二块区', { kind: 'BLOCK' }),
  node('v2', null, '联民村', { code: '310112114202' }),
];

const shape = (branches: readonly Branch[]): string =>
  branches.map(({ key, children }) => (children.length > 0 ? `${key}(${shape(children)})` : key)).join(' ');

const found = (query: string) => {
  const { nodes: left, open, count } = searchTree(nodes, query);
  return { left: left.map(({ id }) => id), open: open.sort(), count };
};

test('the flat list is nested in its order', () => {
  expect(shape(growTree(nodes))).toBe('v1(b1(t1) b2) v2');
});

test('a part of the tree is rooted where its parents are missing', () => {
  expect(shape(growTree(nodes.slice(1, 4)))).toBe('b1(t1) b2');
});

test('a thousand nodes are nested at once', () => {
  const many = Array.from({ length: 2000 }, (_, index) => node(`n${index}`, index === 0 ? null : 'n0', `${index}`));
  expect(growTree(many)[0]?.children).toHaveLength(1999);
});

test('a search keeps what was found, what it stands under and what stands under it', () => {
  expect(found('第一')).toEqual({ left: ['v1', 'b1', 't1'], open: ['v1'], count: 1 });
});

test('a search finds several, and opens the way to each', () => {
  expect(found('块区')).toEqual({ left: ['v1', 'b1', 't1', 'b2'], open: ['v1'], count: 2 });
  expect(found('东街')).toEqual({ left: ['v1', 'b1', 't1'], open: ['b1', 'v1'], count: 1 });
});

test('a search reads codes, and ignores spaces around it', () => {
  expect(found(' 114202 ')).toEqual({ left: ['v2'], open: [], count: 1 });
});

test('a search for nothing, or for what is not there, finds nothing', () => {
  expect(found('  ')).toEqual({ left: [], open: [], count: 0 });
  expect(found('马陆')).toEqual({ left: [], open: [], count: 0 });
});

test('the path to a node leads to the top, and ends where parents go in a circle', () => {
  expect(pathTo(new Map(nodes.map((each) => [each.id, each])), 't1')).toEqual(['b1', 'v1']);
  const circle = new Map([
    ['a', { parent: 'b' }],
    ['b', { parent: 'a' }],
  ]);
  expect(pathTo(circle, 'a')).toEqual(['b', 'a']);
});
