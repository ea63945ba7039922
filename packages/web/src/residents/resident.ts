import type { HouseholdPeopleQuery, HouseholdRecordQuery, Permission } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const HOUSEHOLD_PEOPLE = graphql(`
  query HouseholdPeople($id: ID!, $for: ReadingPurpose!) @purpose(of: $for) {
    household(id: $id) { ...People }
  }
`);

export const HOUSEHOLD_PEOPLE_MASKED = graphql(`
  query HouseholdPeopleMasked($id: ID!) {
    household(id: $id) { ...People }
  }
`);

graphql(`
  fragment People on Household {
    id
    version
    address
    residents { id version name birthYear telephone head }
  }
`);

export const HOUSEHOLD_RECORD = graphql(`
  query HouseholdRecord($id: ID!, $after: String, $for: ReadingPurpose!) @purpose(of: $for) {
    household(id: $id) { id ...RecordedEvents }
  }
`);

export const HOUSEHOLD_RECORD_MASKED = graphql(`
  query HouseholdRecordMasked($id: ID!, $after: String) {
    household(id: $id) { id ...RecordedEvents }
  }
`);

graphql(`
  fragment RecordedEvents on Household {
    events(first: 10, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        kind
        recordedAt
        day
        by
        resident { id name }
        other { id code }
        visit { id visitedOn }
        changes { field before after }
        householdCategory { id name reason resident { id name } }
      }
    }
  }
`);

type People = NonNullable<HouseholdPeopleQuery['household']>;
export type Member = NonNullable<People['residents']>[number];
export type HouseholdEvent = NonNullable<NonNullable<HouseholdRecordQuery['household']>['events']>['nodes'][number];

/** The household whose members are shown, with what its viewer may do. */
export interface Home {
  id: string;
  code: string | null;
  version: number;
  validTo: string | null;
  viewerCan: readonly Permission[];
}
