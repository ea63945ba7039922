import { rateOf } from '../schema/rate.ts';
import type { IndicatorType } from './indicator.type.ts';
import type { NumberType } from './number.type.ts';
import { inFives, suppressedBelow } from './suppressed.ts';

type Written = Pick<IndicatorType, 'rounding'>;

/**
 * So many, so many of so many, or so many to a hundred, as figures of an indicator are written. Where small numbers are suppressed all are
 * in fives, and rates quotients of those.
 */
export function numberOf(indicator: Written, count: number, among: number, suppresses: boolean): NumberType {
  const numerator = suppresses ? inFives(count) : count;
  if (indicator.rounding === 'WHOLE') return countOf(numerator);
  const denominator = suppresses ? inFives(among) : among;
  if (numerator === null || denominator === null) return { ...nothing, denominator };
  return quotientOf(indicator, numerator, denominator);
}

/** A figure that is not told. */
export const nothing: NumberType = { numerator: null, denominator: null, value: null, rounded: null };

function countOf(count: number | null): NumberType {
  if (count === null) return { ...nothing, rounded: `<${suppressedBelow}` };
  return { numerator: count, denominator: null, value: String(count), rounded: String(count) };
}

function quotientOf({ rounding }: Written, numerator: number, among: number): NumberType {
  const rate = rateOf(numerator, among);
  return rounding === 'PER_HUNDRED' ? { ...rate, rounded: rate.rounded?.replace(' %', '') ?? null } : rate;
}
