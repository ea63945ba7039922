import { expect, test } from 'vitest';
import { noChoices, undecided } from '../imports/choices.ts';
import { type HouseholdOutlook, importable } from './household-import.ts';

const outlook = (more: Partial<HouseholdOutlook> = {}): HouseholdOutlook => ({
  ...{ rows: 3, households: 1, members: 2, categories: 0, unchanged: 0, duplicateCount: 0, duplicates: [] },
  ...{ errorCount: 0, errors: [], digest: '' },
  ...more,
});
const duplicate = (row: number) => ({ row, code: 'A1', otherRow: 1, household: null });

test('a file is imported where it brings something and no row is at fault', () => {
  expect(importable(outlook())).toBe(true);
  expect(importable(outlook({ errorCount: 1 }))).toBe(false);
  expect(importable(outlook({ households: 0, members: 0, unchanged: 2 }))).toBe(false);
});

test('each duplicate that is listed is decided by itself, and those that are not all at once', () => {
  const found = outlook({ duplicateCount: 5, duplicates: [duplicate(2), duplicate(3)] });
  expect(undecided(found, noChoices)).toBe(5);
  expect(undecided(found, { rows: new Map([[2, 'ADD']]), rest: null })).toBe(4);
  expect(undecided(found, { rows: new Map([[2, 'ADD']]), rest: 'SKIP' })).toBe(1);
  expect(
    undecided(found, {
      rows: new Map([
        [2, 'ADD'],
        [3, 'SKIP'],
      ]),
      rest: 'SKIP',
    }),
  ).toBe(0);
});
