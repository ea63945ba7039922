import { expect, it } from 'vitest';
import { grouped } from './money.ts';

it('shows an amount of money in threes, to the last place', () => {
  expect(['0.00', '999.50', '1234.05', '-1234567.00', '4025300.10'].map(grouped)).toEqual([
    ...['0.00', '999.50', '1,234.05', '-1,234,567.00', '4,025,300.10'],
  ]);
});
