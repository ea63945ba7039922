import type { HeldVisitPartsFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

// What the page shows of a visit that is held, for the documents below.
graphql(`
  fragment HeldVisitParts on HeldVisit {
    id
    visitedOn
    way
    field
    message
    receivedAt
    status
    settledAt
    settledReason
    sentBy
    settledBy
    situation
    demand
    service
    outcome
    household { id code label viewerCan block { id name } }
    visitors { id name }
    requests { handled handlingClass description subject { id name } photos { id } }
  }
`);

graphql(`
  fragment HeldVisitsPage on Town {
    heldVisits(settled: $settled, first: 20, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...HeldVisitParts }
    }
  }
`);

export const HELD_VISITS = graphql(`
  query HeldVisits($code: RegisterCode!, $settled: Boolean!, $after: String, $for: ReadingPurpose!) @purpose(of: $for) {
    town(code: $code) { id ...HeldVisitsPage }
  }
`);

export const HELD_VISITS_MASKED = graphql(`
  query HeldVisitsMasked($code: RegisterCode!, $settled: Boolean!, $after: String) {
    town(code: $code) { id ...HeldVisitsPage }
  }
`);

/** A visit that is held, in full, to be corrected. */
export const HELD_VISIT = graphql(`
  query HeldVisit($id: ID!) @purpose(of: UPKEEP) {
    node(id: $id) { id ... on HeldVisit { ...HeldVisitParts } }
  }
`);

export type HeldVisit = HeldVisitPartsFragment;
