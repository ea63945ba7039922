import type { PeriodInput, RecurringSubjectsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { isDay } from '../ui/day.ts';

export const RECURRING_SUBJECTS = graphql(`
  query RecurringSubjects($code: RegisterCode!, $period: PeriodInput!, $unit: ID, $seesProjects: Boolean!) {
    town(code: $code) {
      id
      recurringSubjects(period: $period, unit: $unit) {
        period { first last }
        before { first last }
        total
        totalBefore
        subjects {
          subject { id name }
          count
          before
          change
          rising
          share { rounded }
          households
          inProjects
          months { month count }
          parts { unit name kind count before opens }
          projects @include(if: $seesProjects) { id number name year state }
        }
      }
    }
  }
`);

export const SUBJECT_REQUESTS = graphql(`
  query SubjectRequests($code: RegisterCode!, $period: PeriodInput!, $unit: ID, $subject: ID!, $after: String) {
    town(code: $code) {
      id
      recurringSubjects(period: $period, unit: $unit, subject: $subject) {
        subjects {
          subject { id }
          requests(first: 10, after: $after) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes { ...RequestRow }
          }
        }
      }
    }
  }
`);

export type Summary = NonNullable<NonNullable<RecurringSubjectsQuery['town']>['recurringSubjects']>;
export type Recurring = Summary['subjects'][number];

/** The periods that can be chosen at once, the shortest first. */
export const spanNames = ['month', 'quarter', 'year'] as const;
type Span = (typeof spanNames)[number];

/** How many whole months up to the present one each of them has. */
const spans: Record<Span, number> = { month: 1, quarter: 3, year: 12 };

/** What an address says of what to sum up. */
export interface SubjectChoice {
  /** So many whole months up to the present one; null where the days are said. */
  span: Span | null;
  period: PeriodInput;
  unit: string | null;
  /** The subject that is opened. */
  subject: string | null;
}

/** Reads an address. What it does not say, or says wrongly, is: the twelve months up to the present one, the whole town. */
export function readChoice(params: URLSearchParams, today: string): SubjectChoice {
  const [from, to] = [params.get('from'), params.get('to')];
  const said = isDay(from) && isDay(to) && from <= to;
  const span = said ? null : (spanNames.find((each) => each === params.get('span')) ?? 'year');
  return {
    span,
    period: span === null ? { first: from ?? '', last: to ?? '' } : monthsUpTo(today, spans[span]),
    unit: params.get('unit'),
    subject: params.get('subject'),
  };
}

/** So many whole months of which the last one holds a day. */
export function monthsUpTo(day: string, span: number): PeriodInput {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const at = (months: number, days: number) =>
    new Date(Date.UTC(year, month - 1 + months, 1 + days)).toISOString().slice(0, 10);
  return { first: at(1 - span, 0), last: at(1, -1) };
}
