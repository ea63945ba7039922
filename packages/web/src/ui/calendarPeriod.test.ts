import { expect, it } from 'vitest';
import { lengthOf, partsOfPeriod, periodAround } from './calendarPeriod.ts';

it('a month is in its quarter', () => {
  expect(partsOfPeriod('2024-04-01')).toEqual({ year: 2024, month: 4, quarter: 2 });
});

it.each([
  ['DAY', '2024-02-10', '2024-02-10'],
  ['MONTH', '2024-02-01', '2024-02-29'],
  ['QUARTER', '2024-01-01', '2024-03-31'],
  ['YEAR', '2024-01-01', '2024-12-31'],
] as const)('the %s around a day begins on %s and ends on %s', (length, first, last) => {
  expect(periodAround('2024-02-10', length)).toEqual({ first, last });
});

it('the last quarter ends with the year', () => {
  expect(periodAround('2024-12-31', 'QUARTER')).toEqual({ first: '2024-10-01', last: '2024-12-31' });
});

it.each([
  ['2024-02-01', '2024-02-29', 'MONTH'],
  ['2024-04-01', '2024-06-30', 'QUARTER'],
  ['2024-01-01', '2024-12-31', 'YEAR'],
  ['2024-02-01', '2024-04-30', null],
  ['2023-07-01', '2024-06-30', null],
  ['2024-01-01', '2024-05-17', null],
])('from %s to %s is %s', (first, last, length) => {
  expect(lengthOf({ first, last })).toBe(length);
});
