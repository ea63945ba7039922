import type {
  LabelFragment,
  RestructuringRecordFragment,
  StepFragment,
  StepTextFragment,
  TownChangesQuery,
} from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const TOWN_CHANGES = graphql(`
  query TownChanges($code: RegisterCode!, $from: Date!, $to: Date!) {
    town(code: $code) {
      id
      changes(from: $from, to: $to) {
        unit { ...Label }
        changes
        day
        before { name code kind parent { ...Label } }
        after { name code kind parent { ...Label } }
        predecessors { ...Label }
        successors { ...Label }
      }
    }
  }
`);

export const RESTRUCTURINGS = graphql(`
  query Restructurings($code: RegisterCode!, $after: String) {
    town(code: $code) {
      id
      restructurings(first: 20, after: $after, status: [APPLIED, VOIDED]) {
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
            steps { ...StepText }
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
        unit { ...Label }
        changes
        day
        before { name code kind status parent { ...Label } }
        after { name code kind status parent { ...Label } }
        predecessors { ...Label }
        successors { ...Label }
      }
      teams { team nameBefore nameAfter blockBefore { ...Label } blockAfter { ...Label } day }
      households { from { ...Label } to { ...Label } count }
      organizations { from { ...Label } to { ...Label } count }
      posts { person title from { ...Label } to { ...Label } }
      accounts { account role from { ...Label } to { ...Label } gains { ...Label } loses { ...Label } }
      figures { figure before after }
    }
  }

  fragment Label on UnitLabel {
    id
    name
    under
  }

  fragment StepText on RestructuringStep {
    verb
    unit { ...Label }
    units { ...Label }
    parent { ...Label }
    into { ...Label }
    heir { ...Label }
    parts { unit { ...Label } }
    householdCount
    kind
    name
    code
  }

  fragment Step on RestructuringStep {
    ...StepText
    ref
    designated { ...Label }
    parts { units { ...Label } teams households }
    households
    status
    officers
    overlay
  }
`);

/** What is known of a restructuring: on what grounds, by whom, its steps and what it changes. */
export type RestructuringRecord = RestructuringRecordFragment;
export type Step = StepFragment;
/** What the sentence of a step needs. */
export type StepWords = StepTextFragment;

export type Change = NonNullable<NonNullable<TownChangesQuery['town']>['changes']>[number];

/** The address of what is known of a restructuring. */
export function recordPath(town: string, id: string): string {
  return `/towns/${town}/history/${encodeURIComponent(id)}`;
}

/** What a unit is called where many have its name: after the unit it stands under. */
export function called({ name, under }: LabelFragment): string {
  return under === null ? name : `${under}/${name}`;
}
