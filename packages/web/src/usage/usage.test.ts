import { expect, test } from 'vitest';
import { allSteps, answered, periodOf } from './usage.ts';

const counts = { operations: 7, errors: 1, overBudget: 2, overLimit: 1, asked: 900, used: 400 };
const usage = (first: string, last: string, begins: string) => ({
  period: { first, last },
  total: counts,
  steps: [{ begins, counts }],
  towns: [],
});

test('a period ends today and has as many days as its name says', () => {
  expect(periodOf('hours', '2026-11-29')).toEqual({ period: { first: '2026-11-23', last: '2026-11-29' }, by: 'HOUR' });
  expect(periodOf('month', '2026-11-29').period.first).toBe('2026-10-31');
  expect(periodOf('year', '2026-11-29').period.first).toBe('2025-10-31');
});

test('days in which nothing was asked for are there, with nothing', () => {
  const steps = allSteps(
    usage('2026-11-27', '2026-11-29', '2026-11-27T16:00:00.000Z'),
    'DAY',
    new Date('2026-11-29T05:00Z'),
  );
  expect(steps.map(({ name, counts }) => [name, counts.operations])).toEqual([
    ['2026-11-27', 0],
    ['2026-11-28', 7],
    ['2026-11-29', 0],
  ]);
});

test('hours are those of Shanghai, up to the present one', () => {
  const steps = allSteps(
    usage('2026-11-28', '2026-11-29', '2026-11-29T04:00:00.000Z'),
    'HOUR',
    new Date('2026-11-29T04:30Z'),
  );
  expect(steps).toHaveLength(24 + 13);
  expect(steps.at(-1)).toMatchObject({ name: '11-29 12:00', counts: { operations: 7 } });
  expect(steps[0]?.name).toBe('11-28 00:00');
});

test('what was neither refused nor answered with an error was answered', () => {
  expect(answered(counts)).toBe(3);
});
