import type { Days } from '../ui/calendarPeriod.ts';
import { dayInShanghai } from '../ui/day.ts';

export const spans = ['lastMonth', 'month', 'quarter', 'year', 'lastYear'] as const;
type Span = (typeof spans)[number];

export const comparisons = ['none', 'before', 'year'] as const;
export type Comparison = (typeof comparisons)[number];

export const steps = ['MONTH', 'QUARTER', 'YEAR'] as const;
export type Step = (typeof steps)[number];

/** What a dashboard shows, as its address says. */
export interface Choice {
  /** The codes of the indicators; null for the usual ones. */
  figures: readonly string[] | null;
  /** The period by its name; null for months of one's own. */
  span: Span | null;
  /** Whole months. */
  period: Days;
  comparison: Comparison;
  /** The period that it is held against; null where it is held against none. */
  before: Days | null;
  /** The indicator by which rows are ranked; null for the register's order. */
  sort: string | null;
  ascending: boolean;
  /** The town whose series is shown; null for the district’s, or for that of the first town. */
  town: string | null;
  by: Step;
  /** Whether the rows of all districts are their towns. */
  towns: boolean;
}

/** Reads an address. What it does not say, or says wrongly, is: the usual indicators of this year so far, held against nothing. */
export function readChoice(params: URLSearchParams, today: string = dayInShanghai()): Choice {
  const [from, to] = [params.get('from'), params.get('to')];
  const own = isMonth(from) && isMonth(to) && from <= to ? { first: `${from}-01`, last: lastOf(to) } : null;
  const named = spans.find((each) => each === params.get('span')) ?? 'year';
  const period = own ?? periodOf(named, today);
  const comparison = comparisons.find((each) => each === params.get('compare')) ?? 'none';
  const figures = params.get('figures')?.split(',').filter(Boolean) ?? [];
  return {
    figures: figures.length > 0 ? figures : null,
    span: own ? null : named,
    period,
    comparison,
    before: comparison === 'none' ? null : periodBefore(period, comparison),
    sort: params.get('sort'),
    ascending: params.get('order') === 'asc',
    town: params.get('town'),
    by: steps.find((each) => each === params.get('by')) ?? 'MONTH',
    towns: params.get('rows') === 'towns',
  };
}

/** The months of a period that has a name, up to this one, which is taken whole: what lies ahead has not happened. */
export function periodOf(span: Span, today: string): Days {
  const month = today.slice(0, 7);
  if (span === 'lastMonth') return { first: `${addMonths(month, -1)}-01`, last: lastOf(addMonths(month, -1)) };
  const year = Number(today.slice(0, 4));
  if (span === 'lastYear') return { first: `${year - 1}-01-01`, last: `${year - 1}-12-31` };
  const quarter = addMonths(month, -((Number(month.slice(5)) - 1) % 3));
  return { first: `${{ month, quarter, year: `${year}-01` }[span]}-01`, last: lastOf(month) };
}

/** The months that a period is held against: as many directly before it, or the same of the year before. */
export function periodBefore({ first, last }: Days, comparison: Exclude<Comparison, 'none'>): Days {
  const [from, to] = [first.slice(0, 7), last.slice(0, 7)];
  const back = comparison === 'year' ? 12 : monthsIn(from, to);
  return { first: `${addMonths(from, -back)}-01`, last: lastOf(addMonths(to, -back)) };
}

/** The steps up to a period that a series shows: two years of months, three of quarters, or six years. */
export function seriesUpTo({ last }: Days, by: Step): Days {
  const months = { MONTH: 23, QUARTER: 33, YEAR: 60 }[by];
  return { first: `${addMonths(last.slice(0, 7), -months)}-01`, last };
}

function isMonth(text: string | null): text is string {
  return text !== null && /^(19|2\d)\d\d-(0[1-9]|1[0-2])$/.test(text);
}

function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const all = year * 12 + number - 1 + months;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}

function monthsIn(from: string, to: string): number {
  const [a = 0, b = 0] = [from, to].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)));
  return b - a + 1;
}

function lastOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
