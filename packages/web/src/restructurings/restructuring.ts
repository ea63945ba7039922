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

interface WithRestructurings {
  town: { restructurings: { edges: readonly unknown[] } | null } | null;
}

/** A town's restructurings with the page that follows them. */
export function withMore<Data extends WithRestructurings>(
  before: Data,
  { fetchMoreResult: more }: { fetchMoreResult: Data },
): Data {
  if (!before.town?.restructurings || !more.town?.restructurings) return before;
  const edges = [...before.town.restructurings.edges, ...more.town.restructurings.edges];
  return { ...before, town: { ...before.town, restructurings: { ...more.town.restructurings, edges } } };
}

export type Change = NonNullable<NonNullable<TownChangesQuery['town']>['changes']>[number];
