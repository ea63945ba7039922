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
