import type { Basis } from '../generated/graphql.ts';
import { dayInShanghai, isDay } from '../ui/day.ts';
import { bases } from './figure.ts';

/** What the page of figures shows, as its address says. */
export interface Choice {
  /** The code of the indicator. */
  figure: string;
  /** The unit that is opened; null for the town. */
  unit: string | null;
  /** The first and the last day of the period, both included. */
  period: { first: string; last: string };
  basis: Basis;
  /** The day for a stock. */
  day: string;
  /** The day whose units count on the basis AS_OF. */
  basisDay: string;
}

/** Reads an address. What it does not say, or says wrongly, is: households, this year so far, today's units, today. */
export function readChoice(params: URLSearchParams, today: string = dayInShanghai()): Choice {
  const dayOf = (name: string, other: string) => {
    const asked = params.get(name);
    return isDay(asked) ? asked : other;
  };
  const first = dayOf('from', `${today.slice(0, 4)}-01-01`);
  const asked = params.get('basis');
  return {
    figure: params.get('figure') ?? 'household',
    unit: params.get('unit'),
    period: { first, last: dayOf('to', today) },
    basis: bases.find((basis) => basis === asked) ?? 'RESTATED',
    day: dayOf('on', dayOf('asOf', today)),
    basisDay: dayOf('asOf', first),
  };
}

/** Whether the period ends before it begins. */
export function endsTooEarly({ period }: Pick<Choice, 'period'>): boolean {
  return period.last < period.first;
}

/** What an address says of the page; null takes it out. */
export type Change = Partial<Record<'figure' | 'unit' | 'from' | 'to' | 'basis' | 'asOf' | 'on', string | null>>;

/** The day on which to show a unit for which a figure counts; null is today. What was recorded lies behind us. */
export function dayOfUnits(asOf: string, basis: Basis | null, today: string = dayInShanghai()): string | null {
  if (asOf === today || (basis === 'AS_RECORDED' && asOf > today)) return null;
  return asOf;
}

/** Which figures to look at for a restructuring: contacts of the year before and the year after, for the units before. */
export function aroundDay(day: string, today: string = dayInShanghai()): Change {
  const shifted = (years: number, days: number) => {
    const date = new Date(day);
    date.setUTCFullYear(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate() + days);
    return date.toISOString().slice(0, 10);
  };
  const last = shifted(1, -1);
  return {
    figure: 'contact',
    basis: 'AS_OF',
    asOf: shifted(0, -1),
    from: shifted(-1, 0),
    to: last < today ? last : today,
  };
}
