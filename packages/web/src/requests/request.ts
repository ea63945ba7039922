import type { RequestFilter, RequestQuery, RequestRowFragment, RequestState } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

// What a card of a request shows, for the documents below.
graphql(`
  fragment RequestRow on Request {
    id
    number
    state
    level
    source
    raisedOn
    dueOn
    overdue
    householdCount
    subject { id name }
    household { id code }
    place { text unit { id name } }
    block { id name parent { id name } }
    unit { id name }
    holder { id name }
    party { id name }
    satisfaction
  }
`);

export const REQUESTS = graphql(`
  query Requests($code: RegisterCode!, $filter: RequestFilter!, $orderBy: RequestOrder!, $after: String) {
    town(code: $code) {
      id
      requests(filter: $filter, orderBy: $orderBy, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...RequestRow }
      }
    }
  }
`);

export const REQUEST = graphql(`
  query Request($id: ID!) @purpose(of: REQUEST) {
    request(id: $id) {
      ...RequestRow
      version
      description
      handlingClass
      handledOn
      recordedAt
      recordedBy
      missingEvidence
      actions
      project { id number name }
      levels { level unit { id name } }
      block { id name town { id code name viewerCan viewerCanSomewhere district { id name } } ancestors { id name } }
      households(first: 20) { totalCount nodes { id code } }
      photos { id }
      deliberations { id question }
      inspectionFinding { id inspectedOn check { round { id } } }
      patrolFinding { id patrol { id patrolledOn } }
      events {
        seq
        step
        happenedOn
        recordedAt
        recordedBy
        state
        level
        unit { id name }
        holder { id name }
        subject { id name }
        party { id name }
        handlingClass
        dueOn
        text
        evidence
        way
        satisfaction
        added
      }
    }
  }
`);

export const HOUSEHOLD_REQUESTS = graphql(`
  query HouseholdRequests($id: ID!) {
    household(id: $id) {
      id
      requests { ...RequestRow }
    }
  }
`);

export type RequestRow = RequestRowFragment;
export type RequestInFull = NonNullable<RequestQuery['request']>;
export type RequestEvent = RequestInFull['events'][number];

/** The states in which somebody still has to do something, and those after, as a board has them from left to right. */
export const openStates = ['RAISED', 'ACCEPTED', 'REFERRED'] as const satisfies readonly RequestState[];
export const boardStates = [...openStates, 'HANDLED', 'CLOSED'] as const satisfies readonly RequestState[];
export const requestLevels = ['BLOCK', 'COMMITTEE', 'SERVICE_AREA', 'TOWN'] as const;
export const requestSources = ['VISIT', 'HOTLINE', 'PETITION', 'PATROL', 'INSPECTION', 'ONLINE', 'COUNTER'] as const;
export const handlingClasses = ['INDIVIDUAL', 'REASONABLE', 'MIXED'] as const;
export const evidenceKinds = ['EXPLANATION', 'WORK_RECORD', 'RESIDENTS_MEETING', 'PARTY_MEETING'] as const;

/** The address of a request's page. */
export function requestPath(id: string): string {
  return `/requests/${encodeURIComponent(id)}`;
}

/** What an address says of which requests to show. */
export interface Choice {
  subject: string | null;
  unit: string | null;
  number: string | null;
  overdue: true | null;
  level: (typeof requestLevels)[number] | null;
  state: (typeof boardStates)[number];
}

/** Reads an address. What it does not say, or says wrongly, does not narrow what is shown. */
export function readChoice(params: URLSearchParams): Choice {
  return {
    subject: params.get('subject'),
    unit: params.get('unit'),
    number: params.get('number'),
    overdue: params.get('overdue') === '1' ? true : null,
    level: requestLevels.find((level) => level === params.get('level')) ?? null,
    state: boardStates.find((state) => state === params.get('state')) ?? 'RAISED',
  };
}

/** The filter that a choice stands for, in one state. */
export function filterOf({ level, state: _, ...rest }: Choice, state: RequestState): RequestFilter {
  return { ...rest, state: [state], ...(level === null ? {} : { level: [level] }) };
}
