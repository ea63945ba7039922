import type { HouseholdVisitsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const HOUSEHOLD_VISITS = graphql(`
  query HouseholdVisits($id: ID!, $after: String, $for: ReadingPurpose!) @purpose(of: $for) {
    household(id: $id) { id ...VisitsPage }
  }
`);

export const HOUSEHOLD_VISITS_MASKED = graphql(`
  query HouseholdVisitsMasked($id: ID!, $after: String) {
    household(id: $id) { id ...VisitsPage }
  }
`);

graphql(`
  fragment VisitsPage on Household {
    visits(first: 20, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        visitedOn
        way
        situation
        demand
        service
        outcome
        recordedAt
        recordedBy
        again
        withdrawnAt
        withdrawnBy
        withdrawnReason
        version
        viewerCan
        block { id name }
        visitors { id name }
        versions { number }
      }
    }
  }
`);

/** What was said at a visit, to be written anew. */
export const VISIT_TEXTS = graphql(`
  query VisitTexts($id: ID!) @purpose(of: UPKEEP) {
    visit(id: $id) { id situation demand service outcome }
  }
`);

export type Visit = NonNullable<NonNullable<HouseholdVisitsQuery['household']>['visits']>['nodes'][number];

export const ways = ['AT_HOME', 'TELEPHONE', 'APPOINTMENT'] as const;

/** The three must-records, in the order in which they are asked for. */
export const mustRecords = ['situation', 'demand', 'service'] as const;

/** What the form of a visit holds. */
export interface VisitValues {
  visitedOn: string;
  way: (typeof ways)[number];
  visitors: string[];
  situation: string;
  demand: string;
  service: string;
  outcome?: string;
}
