import { expect, test } from 'vitest';
import { dayBefore, dayInShanghai } from '../ui/day.ts';
import { can } from './viewer.ts';

const viewerCan = ['UNIT_READ', 'UNIT_RENAME'] as const;
const today = dayInShanghai();

test('what is shown as of today may be read and changed', () => {
  const unit = { viewerCan, asOf: today, validTo: null };
  expect([can(unit, 'UNIT_READ'), can(unit, 'UNIT_RENAME'), can(unit, 'UNIT_CLOSE')]).toEqual([true, true, false]);
  expect(can({ viewerCan }, 'UNIT_RENAME')).toBe(true);
  expect(can(null, 'UNIT_READ')).toBe(false);
});

test('what is shown on another day, or is over, may only be read', () => {
  const past = { viewerCan, asOf: dayBefore(today), validTo: null };
  const over = { viewerCan, asOf: today, validTo: today };
  for (const unit of [past, over, { ...past, asOf: '9999-12-31' }]) {
    expect([can(unit, 'UNIT_READ'), can(unit, 'UNIT_RENAME')]).toEqual([true, false]);
  }
});
