import { expect, it } from 'vitest';
import { monthsOf, periodBefore } from './period-before.ts';

it('whole months are set against as many months before, other periods against as many days', () => {
  const before = (first: string, last: string) => Object.values(periodBefore({ first, last }));
  expect(before('2024-01-01', '2024-12-31')).toEqual(['2023-01-01', '2023-12-31']);
  expect(before('2024-02-01', '2024-02-29')).toEqual(['2024-01-01', '2024-01-31']);
  expect(before('2026-01-01', '2026-03-31')).toEqual(['2025-10-01', '2025-12-31']);
  expect(before('2026-03-02', '2026-03-31')).toEqual(['2026-01-31', '2026-03-01']);
  expect(before('2026-03-10', '2026-03-10')).toEqual(['2026-03-09', '2026-03-09']);
});

it('the months of a period are those in which it has days', () => {
  expect(monthsOf({ first: '2025-11-30', last: '2026-02-01' })).toEqual([
    ...['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01'],
  ]);
  expect(monthsOf({ first: '2026-01-05', last: '2026-01-05' })).toEqual(['2026-01-01']);
});
