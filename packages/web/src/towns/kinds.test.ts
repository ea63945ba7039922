import { expect, test } from 'vitest';
import { kindsUnder, usualKind } from './kinds.ts';

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

test('what is opened is at first of the kind that most beside it have, else of the widest', () => {
  const [committee, village] = [{ kind: 'COMMITTEE' as const }, { kind: 'VILLAGE' as const }];
  const kinds = ['SERVICE_AREA', 'VILLAGE', 'COMMITTEE'] as const;
  expect(usualKind(kinds, [village, committee, committee])).toBe('COMMITTEE');
  expect(usualKind(kinds, [{ kind: 'TEAM' }])).toBe('SERVICE_AREA');
  expect(usualKind([], [village])).toBeUndefined();
});

test('who may not see the settings is offered nothing', () => {
  expect(kindsUnder(null, 'TOWN')).toEqual([]);
});
