import type { ApplicationUsageQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { dayInShanghai, daysAfter, timeInShanghai } from '../ui/day.ts';

export const APPLICATION_USAGE = graphql(`
  query ApplicationUsage($clientId: String!, $period: PeriodInput!, $by: UsageStep!, $town: RegisterCode) {
    application(clientId: $clientId) {
      id
      usage(period: $period, by: $by, town: $town) {
        period { first last }
        total { ...Counts }
        steps { begins counts { ...Counts } }
        towns { town { id code name } counts { ...Counts } }
      }
    }
  }
  fragment Counts on UsageCounts { operations errors overBudget overLimit asked used }
`);

export type Usage = NonNullable<NonNullable<ApplicationUsageQuery['application']>['usage']>;
export type Counts = Usage['total'];
export type UsageStep = 'HOUR' | 'DAY';

/** The periods to choose from: how many days up to today, and by which steps. */
const lengths = {
  hours: { days: 7, by: 'HOUR' },
  month: { days: 30, by: 'DAY' },
  year: { days: 395, by: 'DAY' },
} as const satisfies Record<string, { days: number; by: UsageStep }>;

export type Span = keyof typeof lengths;
export const spans = ['hours', 'month', 'year'] as const satisfies readonly Span[];

/** The days that a span has today, and the steps by which it is shown. */
export function periodOf(span: Span, today: string = dayInShanghai()) {
  const { days, by } = lengths[span];
  return { period: { first: daysAfter(today, 1 - days), last: today }, by };
}

const nothing: Counts = { operations: 0, errors: 0, overBudget: 0, overLimit: 0, asked: 0, used: 0 };
const stepLength = { HOUR: 3_600_000, DAY: 86_400_000 } as const;

/** A step as a chart and a table have it, with nothing where nothing was asked for. */
export interface Step {
  begins: string;
  name: string;
  counts: Counts;
}

/** Every step of a period up to now, also those in which nothing was asked for. */
export function allSteps({ period, steps }: Usage, by: UsageStep, now: Date): Step[] {
  const known = new Map(steps.map(({ begins, counts }) => [Date.parse(begins), counts]));
  const first = Date.parse(`${period.first}T00:00+08:00`);
  const last = Math.min(Date.parse(`${period.last}T23:59+08:00`), now.getTime());
  return Array.from({ length: Math.max(Math.floor((last - first) / stepLength[by]) + 1, 0) }, (_, index) => {
    const at = first + index * stepLength[by];
    const begins = new Date(at).toISOString();
    return { begins, name: stepName(begins, by), counts: known.get(at) ?? nothing };
  });
}

/** 2026-11-29, or 11-29 08:00. */
function stepName(begins: string, by: UsageStep): string {
  const day = dayInShanghai(new Date(begins));
  return by === 'DAY' ? day : `${day.slice(5)} ${timeInShanghai(begins)}`;
}

/** How many operations were answered without an error. */
export function answered({ operations, errors, overBudget, overLimit }: Counts): number {
  return operations - errors - overBudget - overLimit;
}
