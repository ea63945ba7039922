import type { TownChangesQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const TOWN_CHANGES = graphql(`
  query TownChanges($code: RegisterCode!, $from: Date!, $to: Date!) {
    town(code: $code) {
      id
      changes(from: $from, to: $to) {
        unit { id name }
        changes
        day
        before { name code kind parent { id name } }
        after { name code kind parent { id name } }
      }
    }
  }
`);

export const RESTRUCTURINGS = graphql(`
  query Restructurings($code: RegisterCode!, $after: String) {
    town(code: $code) {
      id
      restructurings(first: 50, after: $after, status: [APPLIED, VOIDED]) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { cursor node { id status effectiveOn reason documentNumber voids { id effectiveOn } } }
      }
    }
  }
`);

export type Change = NonNullable<NonNullable<TownChangesQuery['town']>['changes']>[number];

/** The day before a day, as the contract writes it. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

/** Whether an address names a day of the calendar. */
export function isDay(text: string | null): text is string {
  const parsed = text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
  return parsed !== undefined && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text ?? '');
}
