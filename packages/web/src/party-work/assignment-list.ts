import type { TownAssignmentsQuery, WorkAssignmentFilter, WorkRole } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { workRoles } from './party-work.ts';

export const TOWN_ASSIGNMENTS = graphql(`
  query TownAssignments(
    $code: RegisterCode!, $filter: WorkAssignmentFilter!, $asOf: Date, $people: Boolean!, $first: Int!, $after: String
  ) {
    town(code: $code, asOf: $asOf) {
      id
      workAssignments(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          role
          validFrom
          validTo
          person @include(if: $people) { id name }
          unit { id name }
          organization { id name unit { id name } }
        }
      }
    }
  }
`);

/** What the person and the organisation are called that an address says. */
export const NAMED_IN_ADDRESS = graphql(`
  query NamedInAddress($person: ID!, $hasPerson: Boolean!, $organization: ID!, $hasOrganization: Boolean!) {
    person: node(id: $person) @include(if: $hasPerson) { __typename ... on Person { id name } }
    organization(id: $organization) @include(if: $hasOrganization) { id name }
  }
`);

type ListsTown = NonNullable<TownAssignmentsQuery['town']>;
export type ListedAssignment = NonNullable<ListsTown['workAssignments']>['nodes'][number];

/** To what an assignment is: all organisations of a unit, or a single one. */
export const reaches = ['unit', 'organization'] as const;

/** What an address says of which assignments to show. */
export interface AssignmentChoice {
  role: WorkRole | null;
  to: (typeof reaches)[number] | null;
  unit: string | null;
  person: string | null;
  organization: string | null;
}

/** Reads an address. What it does not say, or says wrongly, does not narrow what is shown. */
export function readChoice(params: URLSearchParams): AssignmentChoice {
  return {
    role: workRoles.find((each) => each === params.get('role')) ?? null,
    to: reaches.find((each) => each === params.get('to')) ?? null,
    unit: params.get('unit'),
    person: params.get('person'),
    organization: params.get('organization'),
  };
}

/** The filter that a choice stands for. */
export function filterOf({ role, to, ...named }: AssignmentChoice): WorkAssignmentFilter {
  return { ...named, role: role === null ? null : [role], toUnit: to === null ? null : to === 'unit' };
}
