import { expect, test } from 'vitest';
import { kindsUnder } from './kinds.ts';

const allowed = [
  { kind: 'BLOCK' as const, parents: ['VILLAGE' as const, 'COMMITTEE' as const] },
  { kind: 'VILLAGE' as const, parents: ['TOWN' as const, 'COMMUNITY' as const] },
  { kind: 'COMMUNITY' as const, parents: ['TOWN' as const] },
];

test('under a kind stand those that the town allows, the widest first', () => {
  expect(kindsUnder(allowed, 'TOWN')).toEqual(['COMMUNITY', 'VILLAGE']);
  expect(kindsUnder(allowed, 'VILLAGE')).toEqual(['BLOCK']);
  expect(kindsUnder(allowed, 'BLOCK')).toEqual([]);
});

test('who may not see the settings is offered nothing', () => {
  expect(kindsUnder(null, 'TOWN')).toEqual([]);
});
