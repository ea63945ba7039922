import { rateOf } from '../schema/rate.ts';
import type { IndicatorType } from './indicator.type.ts';

/** So many, so many of so many, or so many to a hundred, as figures of an indicator are written. */
export function numberOf({ rounding }: Pick<IndicatorType, 'rounding'>, numerator: number, among: number) {
  if (rounding === 'WHOLE') {
    return { numerator, denominator: null, value: String(numerator), rounded: String(numerator) };
  }
  const rate = rateOf(numerator, among);
  return rounding === 'PER_HUNDRED' ? { ...rate, rounded: rate.rounded?.replace(' %', '') ?? null } : rate;
}
