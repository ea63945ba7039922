import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rateOf } from './rate.ts';

const percentOf = (numerator: number, denominator: number) => rateOf(numerator, denominator).rounded;

it('is rounded to a tenth of a per cent, a half up, without the errors of fractions', () => {
  expect(rateOf(494, 501)).toEqual({ numerator: 494, denominator: 501, value: '0.986028', rounded: '98.6 %' });
  expect(percentOf(56, 69)).toBe('81.2 %');
  expect(percentOf(1, 2000)).toBe('0.1 %');
  expect(percentOf(1001, 2000)).toBe('50.1 %');
  expect([percentOf(0, 3), percentOf(3, 3), percentOf(4, 3)]).toEqual(['0.0 %', '100.0 %', '133.3 %']);
  expect(rateOf(0, 0)).toMatchObject({ value: null, rounded: null });
});

it('is never further from the quotient than half of its last digit', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (numerator, denominator) => {
      expect(Math.abs(Number(rateOf(numerator, denominator).value) - numerator / denominator)).toBeLessThan(
        0.5000001e-6,
      );
      const percent = Number.parseFloat(percentOf(numerator, denominator) ?? '');
      expect(Math.abs(percent - (100 * numerator) / denominator)).toBeLessThan(0.0500001);
    }),
  );
});
