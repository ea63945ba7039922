import type { HouseholdVisitsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const HOUSEHOLD_VISITS = graphql(`
  query HouseholdVisits($id: ID!, $after: String) @purpose(of: VISIT) {
    household(id: $id) {
      id
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
  }
`);

export type Visit = NonNullable<HouseholdVisitsQuery['household']>['visits']['nodes'][number];

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
