import type { Days } from '../indicators/indicator.ts';
import { pointsOf } from '../series/points.ts';
import type { PeriodLength } from './reported-terms.ts';

/** The day, or the month, quarter or year that holds it. */
export function periodOf(length: PeriodLength, day: string): Days {
  if (length === 'DAY') return { first: day, last: day };
  const [period] = pointsOf({ first: day, last: day }, length, 1);
  if (!period) throw new Error(`No ${length} holds ${day}`);
  return period;
}
