import { expect, test } from 'vitest';
import type { TreeNode } from '../towns/tree.ts';
import { changedOf, marksOf } from './marks.ts';

const node = (id: string, parent: string | null, kind: TreeNode['kind'], name = id): TreeNode => ({
  id,
  parent,
  kind,
  name,
  depth: 0,
  code: null,
  status: 'ACTIVE',
  overlay: null,
});
const blocks = [node('village', null, 'VILLAGE'), node('east', 'village', 'BLOCK'), node('west', 'village', 'BLOCK')];

test('a team that is formed, disbanded, renamed or given another block between two days is marked', () => {
  const before = [
    ...blocks,
    node('same', 'east', 'TEAM'),
    node('old', 'east', 'TEAM'),
    node('named', 'east', 'TEAM', 'first'),
    node('moved', 'east', 'TEAM', 'first'),
  ];
  const after = [
    ...blocks,
    node('same', 'east', 'TEAM'),
    node('new', 'west', 'TEAM'),
    node('named', 'east', 'TEAM', 'second'),
    node('moved', 'west', 'TEAM', 'second'),
  ];
  expect(Object.fromEntries(marksOf([], before, after))).toEqual({
    new: ['FORMED'],
    old: ['DISBANDED'],
    named: ['RENAMED'],
    moved: ['RENAMED', 'MOVED'],
  });
});

test('what differs is shown with what stands above it, and nothing else', () => {
  const after = [...blocks, node('new', 'west', 'TEAM')];
  const unit = { id: 'east', name: 'east', under: null };
  const kin = { predecessors: [], successors: [] };
  const renamed = { unit, changes: ['RENAMED' as const], day: '2026-01-01', before: null, after: null, ...kin };
  expect(changedOf(after, marksOf([], blocks, after)).map(({ id }) => id)).toEqual(['village', 'west', 'new']);
  expect(changedOf(after, marksOf([renamed], after, after)).map(({ id }) => id)).toEqual(['village', 'east']);
});
