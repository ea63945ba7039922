import { expect, test } from 'vitest';
import { importable } from './checked.ts';
import { duplicatesIn, noChoices, restOf, rowsOf, undecided } from './choices.ts';

const effects = ['households', 'members', 'unchanged'] as const;
const brings = (more: Partial<Record<'errorCount' | (typeof effects)[number], number>> = {}) =>
  importable({ errorCount: 0, households: 1, members: 2, unchanged: 0, ...more }, effects);

test('a file is imported where it brings something and no row is at fault', () => {
  expect(brings()).toBe(true);
  expect(brings({ households: 0 })).toBe(true);
  expect(brings({ errorCount: 1 })).toBe(false);
  expect(brings({ households: 0, members: 0, unchanged: 2 })).toBe(false);
});

test('each duplicate that is listed is decided by itself, and those that are not all at once', () => {
  const found = duplicatesIn({ duplicateCount: 5, duplicates: [{ row: 2 }, { row: 3 }] });
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

test('what was chosen is sent by row, and nothing is imported of the rest while it is not chosen for', () => {
  const chosen = { rows: new Map([[2, 'ADD'] as const]), rest: null };
  expect([restOf(chosen), rowsOf(chosen)]).toEqual(['REFUSE', [{ row: 2, handling: 'ADD' }]]);
  expect([restOf({ ...chosen, rest: 'SKIP' }), rowsOf(noChoices)]).toEqual(['SKIP', []]);
});
