import { expect, test } from 'vitest';
import type { TreeNode } from '../towns/tree.ts';
import { draggedWith, mayStandUnder, townKey } from './placing.ts';

const node = (id: string, kind: TreeNode['kind'], parent: string | null): [string, TreeNode] => [
  id,
  { id, kind, parent, depth: 0, name: id, code: null, status: 'ACTIVE', overlay: null },
];
const tree = new Map([
  node('area', 'SERVICE_AREA', null),
  node('community', 'COMMUNITY', 'area'),
  node('village', 'VILLAGE', 'community'),
  node('block', 'BLOCK', 'village'),
  node('team', 'TEAM', 'block'),
]);
const allowed = [
  { kind: 'VILLAGE' as const, parents: ['TOWN' as const, 'COMMUNITY' as const] },
  { kind: 'BLOCK' as const, parents: ['VILLAGE' as const, 'BLOCK' as const] },
];

test('a unit goes where the town’s rules let its kind stand', () => {
  expect(mayStandUnder(tree, allowed, ['village'], townKey)).toBe(true);
  expect(mayStandUnder(tree, allowed, ['block'], 'village')).toBe(true);
  expect(mayStandUnder(tree, allowed, ['block'], 'community')).toBe(false);
  expect(mayStandUnder(tree, allowed, ['village', 'block'], townKey)).toBe(false);
});

test('nothing goes under itself, under what it holds, or into a team, and a team stays where it is', () => {
  const anything = [{ kind: 'SERVICE_AREA' as const, parents: ['COMMUNITY' as const] }, ...allowed];
  expect(mayStandUnder(tree, anything, ['area'], 'community')).toBe(false);
  expect(mayStandUnder(tree, anything, ['block'], 'block')).toBe(false);
  expect(mayStandUnder(tree, anything, ['block'], 'team')).toBe(false);
  expect(mayStandUnder(tree, anything, ['team'], 'village')).toBe(false);
  expect(mayStandUnder(tree, anything, [], townKey)).toBe(false);
});

test('dragging one of what is chosen drags all of it, and what stands under another goes along', () => {
  expect(draggedWith(tree, ['village', 'block'], 'block')).toEqual(['village']);
  expect(draggedWith(tree, ['village'], 'area')).toEqual(['area']);
});
