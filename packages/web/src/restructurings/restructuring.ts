import type { RestructuringRecordFragment, StepFragment, TownChangesQuery } from '../generated/graphql.ts';
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
        predecessors { id name }
        successors { id name }
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
        edges {
          cursor
          node {
            id
            status
            effectiveOn
            reason
            documentNumber
            appliedAt
            appliedBy
            voids { id effectiveOn reason }
            steps { ...Step }
          }
        }
      }
    }
  }
`);

export const RESTRUCTURING = graphql(`
  query Restructuring($id: ID!) {
    restructuring(id: $id) { ...RestructuringRecord }
  }

  fragment RestructuringRecord on Restructuring {
    id
    status
    version
    origin
    effectiveOn
    reason
    documentNumber
    draftedBy
    draftedAt
    appliedBy
    appliedAt
    voids { id effectiveOn reason }
    steps { ...Step }
    difference {
      fingerprint
      units {
        unit { id name }
        changes
        day
        before { name code kind status parent { id name } }
        after { name code kind status parent { id name } }
        predecessors { id name }
        successors { id name }
      }
      teams { team nameBefore nameAfter blockBefore { id name } blockAfter { id name } day }
      households { from { id name } to { id name } count }
      posts { person title from { id name } to { id name } }
      accounts { account role from { id name } to { id name } gains { id name } loses { id name } }
      figures { figure before after }
    }
  }

  fragment Step on RestructuringStep {
    verb
    ref
    unit { id name }
    units { id name }
    parent { id name }
    into { id name }
    heir { id name }
    designated { id name }
    parts { unit { id name } units { id name } teams households }
    households
    householdCount
    kind
    name
    code
    status
    officers
    overlay
  }
`);

/** What is known of a restructuring: on what grounds, by whom, its steps and what it changes. */
export type RestructuringRecord = RestructuringRecordFragment;
export type Step = StepFragment;

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

/** The address of what is known of a restructuring. */
export function recordPath(town: string, id: string): string {
  return `/towns/${town}/history/${encodeURIComponent(id)}`;
}
