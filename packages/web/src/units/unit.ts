import type { UnitQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const UNIT_SUMMARY = graphql(`
  query UnitSummary($id: ID!, $asOf: Date) {
    unit(id: $id, asOf: $asOf) {
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
  query Unit($id: ID!, $asOf: Date) {
    unit(id: $id, asOf: $asOf) {
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
      town { id code name viewerCanSomewhere district { id name } allowedParents { kind parents } }
      ancestors { id name kind }
      posts { id title validFrom person { id name } }
      versions { name kind status validFrom validTo parent { id name } }
      ... on Block { teams { id } overlay { id name } }
    }
  }
`);

export const CHILDREN = graphql(`
  query Children($id: ID!, $asOf: Date, $after: String) {
    unit(id: $id, asOf: $asOf) {
      id
      children(first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { cursor node { id name code kind status } }
      }
    }
  }
`);

export const LINEAGE = graphql(`
  query Lineage($id: ID!, $asOf: Date) {
    unit(id: $id, asOf: $asOf) {
      id
      lineage {
        day
        predecessor { id name }
        successor { id name }
        restructuring { id reason documentNumber }
      }
    }
  }
`);

export const SUCCESSORS = graphql(`
  query Successors($id: ID!, $asOf: Date!) {
    unit(id: $id, asOf: $asOf) {
      id
      successors { day successor { id name } }
    }
  }
`);

export type UnitInFull = NonNullable<UnitQuery['unit']>;

/** The name of a unit behind that of the one above it: many committees have a block of one name. */
export function nameWithParent({ name, parent }: { name: string; parent: { name: string } | null }): string {
  return parent ? `${parent.name} ${name}` : name;
}

/** The address of a unit's page. */
export function unitPath(id: string): string {
  return `/units/${encodeURIComponent(id)}`;
}

/** The address of a node in its town's tree, as of a day; null is today. */
export function treePath(town: string, node: string, asOf: string | null): string {
  const at = new URLSearchParams({ at: node, ...(asOf === null ? {} : { asOf }) });
  return `/towns/${town}?${at}`;
}
