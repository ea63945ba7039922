import type { JobPlacementFilter, JobPlacementRowFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { type Days, periodAround } from '../ui/calendarPeriod.ts';
import { isDay } from '../ui/day.ts';

// What a line of a list shows of a job, for the documents below.
graphql(`
  fragment JobPlacementRow on JobPlacement {
    id
    post
    employer
    foundBy
    foundOn
    leftOn
    version
    resident { id name }
    household { id code viewerCan }
  }
`);

export const JOB_PLACEMENTS = graphql(`
  query JobPlacements($code: RegisterCode!, $filter: JobPlacementFilter!, $after: String) {
    town(code: $code) {
      id
      jobPlacements(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...JobPlacementRow }
      }
    }
  }
`);

export const JOB_PLACEMENTS_FOR = graphql(`
  query JobPlacementsFor($code: RegisterCode!, $filter: JobPlacementFilter!, $after: String, $for: ReadingPurpose!) @purpose(of: $for) {
    town(code: $code) {
      id
      jobPlacements(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...JobPlacementRow }
      }
    }
  }
`);

export const HOUSEHOLD_JOBS = graphql(`
  query HouseholdJobs($id: ID!, $for: ReadingPurpose!) @purpose(of: $for) {
    household(id: $id) { id jobPlacements { ...JobPlacementRow } }
  }
`);

export const HOUSEHOLD_JOBS_MASKED = graphql(`
  query HouseholdJobsMasked($id: ID!) {
    household(id: $id) { id jobPlacements { ...JobPlacementRow } }
  }
`);

export type JobPlacement = JobPlacementRowFragment;

/** What an address says of which jobs to show. */
export interface JobChoice {
  unit: string | null;
  period: Days;
  left: 'yes' | 'no' | null;
}

/** Reads an address: of this year unless it says otherwise. */
export function readChoice(params: URLSearchParams, today: string): JobChoice {
  const [first, last] = [params.get('from'), params.get('to')];
  const said = isDay(first) && isDay(last) && first <= last;
  return {
    unit: params.get('unit'),
    period: said ? { first, last } : periodAround(today, 'YEAR'),
    left: (['yes', 'no'] as const).find((each) => each === params.get('left')) ?? null,
  };
}

/** The filter that a choice stands for. */
export function filterOf({ unit, period, left }: JobChoice): JobPlacementFilter {
  return { unit, found: period, left: left === null ? null : left === 'yes' };
}
