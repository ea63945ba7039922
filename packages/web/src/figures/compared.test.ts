import { expect, test } from 'vitest';
import { changeBetween } from './compared.ts';

const count = (numerator: number) => ({ numerator, denominator: null });
const rate = (numerator: number, denominator: number) => ({ numerator, denominator });

test('a change of a count is a count, of a rate points of its hundred, and of what has no value nothing', () => {
  expect(changeBetween(count(15), count(12))).toBe(-3);
  expect(changeBetween(rate(9, 10), rate(494, 501))).toBe(8.6);
  expect(changeBetween(rate(9, 10), rate(0, 0))).toBeNull();
  expect(changeBetween(rate(0, 0), rate(9, 10))).toBeNull();
});
