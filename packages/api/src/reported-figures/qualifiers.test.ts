import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getIndicator } from '../figures/indicators.ts';
import { differenceOf, holds } from './qualifiers.ts';
import { qualifiers } from './reported-terms.ts';
import { readValue, type Writing, writtenValue } from './reported-value.ts';

const count = (counted: number) => ({ count: counted, total: counted });
const rate = (counted: number, total: number) => ({ count: counted, total });

describe('a qualifier holds', () => {
  it.each<[string, string, Writing, { count: number; total: number }, boolean | null]>([
    ['EXACT', '494', 'WHOLE', count(494), true],
    ['EXACT', '494', 'WHOLE', count(495), false],
    ['EXACT', '0.812', 'PER_CENT', rate(56, 69), true],
    ['EXACT', '0.81', 'PER_CENT', rate(56, 69), true],
    ['EXACT', '0.811', 'PER_CENT', rate(56, 69), false],
    // 80 % is said to a hundredth, not to a tenth.
    ['EXACT', '0.8', 'PER_CENT', rate(77, 100), false],
    ['EXACT', '1', 'PER_CENT', rate(88, 88), true],
    ['EXACT', '1', 'PER_CENT', rate(14, 88), false],
    ['EXACT', '2.35', 'PER_HUNDRED', rate(47, 20), true],
    ['EXACT', '0', 'WHOLE', count(0), true],
    ['OVER', '4000', 'WHOLE', count(4213), true],
    ['OVER', '4000', 'WHOLE', count(4000), false],
    ['OVER', '4000', 'WHOLE', count(4999), true],
    ['OVER', '4000', 'WHOLE', count(5000), false],
    ['OVER', '360', 'WHOLE', count(369), true],
    ['OVER', '360', 'WHOLE', count(370), false],
    ['OVER', '0.9', 'PER_CENT', rate(95, 100), true],
    ['OVER', '0.9', 'PER_CENT', rate(100, 100), false],
    ['NEARLY', '4000', 'WHOLE', count(3999), true],
    ['NEARLY', '4000', 'WHOLE', count(3600), true],
    ['NEARLY', '4000', 'WHOLE', count(3599), false],
    ['NEARLY', '4000', 'WHOLE', count(4000), false],
    ['NEARLY', '1', 'PER_CENT', rate(90, 100), true],
    ['ABOUT', '4000', 'WHOLE', count(3800), true],
    ['ABOUT', '4000', 'WHOLE', count(4200), true],
    ['ABOUT', '4000', 'WHOLE', count(4201), false],
    ['EXACT', '0.5', 'PER_CENT', rate(0, 0), null],
  ])('%s of %s %s: %o is %s', (qualifier, value, writing, derived, answer) => {
    expect(holds(qualifier as (typeof qualifiers)[number], value, writing, derived)).toBe(answer);
  });

  it('as it does for the difference: of counts none but the exact one holds where there is none', () => {
    const whole = fc.integer({ min: 1, max: 999_999_999 });
    fc.assert(
      fc.property(whole, whole, fc.constantFrom(...qualifiers), (said, given, qualifier) => {
        const difference = Number(differenceOf(String(said), 'WHOLE', count(given)));
        expect(difference).toBe(given - said);
        const does = holds(qualifier, String(said), 'WHOLE', count(given));
        if (difference === 0) expect(does).toBe(qualifier === 'EXACT' || qualifier === 'ABOUT');
        if (does && qualifier === 'OVER') expect(difference).toBeGreaterThan(0);
        if (does && qualifier === 'NEARLY') expect(difference).toBeLessThan(0);
      }),
    );
  });
});

it('a difference of rates is a part of one to six digits, a half away from nought', () => {
  expect(differenceOf('1', 'PER_CENT', rate(14, 88))).toBe('-0.840909');
  expect(differenceOf('0.812', 'PER_CENT', rate(56, 69))).toBe('-0.000406');
  expect(differenceOf('0.5', 'PER_CENT', rate(1, 2))).toBe('0.000000');
  expect(differenceOf('0.5', 'PER_CENT', rate(0, 0))).toBeNull();
  expect(differenceOf('2.35', 'PER_HUNDRED', rate(50, 20))).toBe('0.150000');
});

it('a value is written as people write it, with the digits in which it was published', () => {
  const written = (code: string, value: string, writing: Writing) =>
    writtenValue(readValue(getIndicator(code), value, 'input.value'), writing);
  expect(written('household', '0040', 'WHOLE')).toBe('40');
  expect(written('establishment', '0.812', 'PER_CENT')).toBe('81.2 %');
  expect(written('establishment', '1', 'PER_CENT')).toBe('100 %');
  expect(written('establishment', '0.05', 'PER_CENT')).toBe('5 %');
  expect(written('establishment', '0.0050', 'PER_CENT')).toBe('0.50 %');
  expect(written('establishment', '0', 'PER_CENT')).toBe('0 %');
  expect(written('contact-rate', '2.35', 'PER_HUNDRED')).toBe('235');
});
