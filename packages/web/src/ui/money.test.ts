import { expect, it } from 'vitest';
import { grouped, totalOf } from './money.ts';

it('shows an amount of money in threes, to the last place', () => {
  expect(['0.00', '999.50', '1234.05', '-1234567.00', '4025300.10'].map(grouped)).toEqual([
    ...['0.00', '999.50', '1,234.05', '-1,234,567.00', '4,025,300.10'],
  ]);
});

it('sums amounts without rounding', () => {
  expect([totalOf([]), totalOf(['0.10', '0.20']), totalOf(Array(1000).fill('4025300.19'))]).toEqual([
    ...['0.00', '0.30', '4025300190.00'],
  ]);
});
