import type { UnitQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const UNIT_SUMMARY = graphql(`
  query UnitSummary($id: ID!) {
    unit(id: $id) {
      __typename
      id
      asOf
      name
      code
      kind
      status
      validFrom
      validTo
      version
      viewerCan
      posts { id title validFrom person { id name } }
      ... on Block { teams { id name } }
    }
  }
`);

export const UNIT = graphql(`
  query Unit($id: ID!) {
    unit(id: $id) {
      __typename
      id
      asOf
      name
      code
      kind
      status
      validFrom
      validTo
      version
      viewerCan
      town { id code name district { id name } allowedParents { kind parents } }
      ancestors { id name kind }
      posts { id title validFrom person { id name } }
      versions { name kind status validFrom validTo parent { id name } }
      ... on Block { teams { id } }
    }
  }
`);

export const CHILDREN = graphql(`
  query Children($id: ID!, $after: String) {
    unit(id: $id) {
      id
      children(first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { cursor node { id name code kind status } }
      }
    }
  }
`);

export type UnitInFull = NonNullable<UnitQuery['unit']>;

/** The address of a unit's page. */
export function unitPath(id: string): string {
  return `/units/${encodeURIComponent(id)}`;
}
