import { expect, it } from 'vitest';
import { byDay, readChoice } from './due.ts';

it('puts what is overdue together, and the rest by day', () => {
  const rows = ['2024-01-01', '2024-05-31', '2024-06-01', '2024-06-03', '2024-06-03'].map((dueOn) => ({ dueOn }));
  const groups = byDay(rows, '2024-06-01').map(({ day, rows: each }) => [day, each.length]);
  expect(groups).toEqual([
    [null, 2],
    ['2024-06-01', 1],
    ['2024-06-03', 2],
  ]);
});

it('looks a week ahead unless the address says otherwise', () => {
  expect(readChoice(new URLSearchParams('unit=U'))).toEqual({ unit: 'U', team: null, within: 7 });
  expect(readChoice(new URLSearchParams('within=30&team=T'))).toEqual({ unit: null, team: 'T', within: 30 });
  expect(readChoice(new URLSearchParams('within=9')).within).toBe(7);
});
