import { daysAfter } from './day.ts';

/** Days, the first and the last both included. */
export interface Days {
  first: string;
  last: string;
}

/** The periods of the calendar, and a single day. */
export const periodLengths = ['DAY', 'MONTH', 'QUARTER', 'YEAR'] as const;
export type PeriodLength = (typeof periodLengths)[number];

/** What of a period its name needs. */
export function partsOfPeriod(first: string): { year: number; month: number; quarter: number } {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  return { year, month, quarter: Math.ceil(month / 3) };
}

/** The period of the calendar in which a day lies. */
export function periodAround(day: string, length: PeriodLength): Days {
  if (length === 'DAY') return { first: day, last: day };
  const { year, month, quarter } = partsOfPeriod(day);
  const { from, months } = {
    MONTH: { from: month, months: 1 },
    QUARTER: { from: 3 * quarter - 2, months: 3 },
    YEAR: { from: 1, months: 12 },
  }[length];
  const at = (number: number) => new Date(Date.UTC(year, number - 1, 1)).toISOString().slice(0, 10);
  return { first: at(from), last: daysAfter(at(from + months), -1) };
}

/** How long a period of the calendar is; null where it is no whole month, quarter or year. */
export function lengthOf({ first, last }: Days): Exclude<PeriodLength, 'DAY'> | null {
  const whole = (length: PeriodLength) => {
    const around = periodAround(first, length);
    return around.first === first && around.last === last;
  };
  return (['MONTH', 'QUARTER', 'YEAR'] as const).find(whole) ?? null;
}
