import { lastDay } from '../figures/indicators.ts';
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

/** Whether what is of a period stands beside a figure: it is of the same days, or, for a stock, ends with its day, or today. */
export function isBeside(figure: { period: Days | null; on: string | null }, of: Days, today: string): boolean {
  const { period, on } = figure;
  return period === null ? lastDay(of, today) === on : of.first === period.first && of.last === period.last;
}
