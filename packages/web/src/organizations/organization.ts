import type {
  OrganizationClass,
  OrganizationFilter,
  OrganizationListsQuery,
  OrganizationQuery,
  OrganizationRowFragment,
} from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

// What a line of a list shows of an organisation, for the documents below.
graphql(`
  fragment OrganizationRow on Organization {
    id
    name
    size
    partyMembers
    creditCode
    kind { id name class }
    unit { id name }
    industry { id name }
  }
`);

export const ORGANIZATIONS = graphql(`
  query Organizations($code: RegisterCode!, $filter: OrganizationFilter!, $asOf: Date, $after: String) {
    town(code: $code) {
      id
      organizations(filter: $filter, asOf: $asOf, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...OrganizationRow }
      }
    }
  }
`);

export const ORGANIZATION = graphql(`
  query Organization($id: ID!, $asOf: Date) {
    organization(id: $id, asOf: $asOf) {
      __typename
      ...OrganizationRow
      asOf
      validFrom
      validTo
      closedBecause
      version
      viewerCan
      town { id code name viewerCan viewerCanSomewhere district { id name } }
      versions { name size partyMembers validFrom validTo kind { id name } unit { id name } industry { id name } }
      coverage { id way validFrom validTo endedBecause partyOrganization { id name } }
      management
      directManagement { validFrom validTo enteredBecause leftBecause }
    }
  }
`);

export const ORGANIZATION_LISTS = graphql(`
  query OrganizationLists($code: RegisterCode!) {
    town(code: $code) {
      id
      organizationKinds { id name class position validFrom validTo version }
      industries { id name position validFrom validTo version }
    }
  }
`);

export type OrganizationRow = OrganizationRowFragment;
export type Organization = NonNullable<OrganizationQuery['organization']>;
type ListsTown = NonNullable<OrganizationListsQuery['town']>;
/** One of a town's two lists, and an entry of one. */
export type ListName = 'kinds' | 'industries';
export type Entry = NonNullable<ListsTown['organizationKinds']>[number] | NonNullable<ListsTown['industries']>[number];

/** The classes of organisations, in the order in which districts list them. */
export const organizationClasses = [
  'ENTERPRISE_ABOVE_SCALE',
  'ENTERPRISE_BELOW_SCALE',
  'COOPERATIVE',
  'ACTIVITY_GROUP',
  'NEWCOMER_COMMUNITY',
  'PARK',
  'SOCIAL_ORGANIZATION',
] as const satisfies readonly OrganizationClass[];

/** People of one organisation at most, as the platform takes them. */
export const mostPeople = 1_000_000;

/** The address of an organisation's page. */
export function organizationPath(id: string): string {
  return `/organizations/${encodeURIComponent(id)}`;
}

/** What an address says of which organisations to show. */
export interface OrganizationChoice {
  unit: string | null;
  class: OrganizationClass | null;
  kind: string | null;
  industry: string | null;
  members: 'with' | 'without' | null;
  name: string | null;
}

/** Reads an address. What it does not say, or says wrongly, does not narrow what is shown. */
export function readChoice(params: URLSearchParams): OrganizationChoice {
  const members = params.get('members');
  return {
    unit: params.get('unit'),
    class: organizationClasses.find((each) => each === params.get('class')) ?? null,
    kind: params.get('kind'),
    industry: params.get('industry'),
    members: members === 'with' || members === 'without' ? members : null,
    name: params.get('name')?.trim() || null,
  };
}

/** The filter that a choice stands for. */
export function filterOf({ unit, kind, industry, members, name, ...choice }: OrganizationChoice): OrganizationFilter {
  const only = <Value>(value: Value | null): Value[] | null => (value === null ? null : [value]);
  return {
    ...{ unit, name, class: only(choice.class), kind: only(kind), industry: only(industry) },
    hasMembers: members === null ? null : members === 'with',
  };
}

/** What differs after a form was filled in: what stays as it is keeps what is settled for later days. */
export function changedValues<Values extends object>(before: Values, after: Values): Partial<Values> {
  const changed: Partial<Values> = {};
  for (const key of keysOf(after)) if (after[key] !== before[key]) changed[key] = after[key];
  return changed;
}

function keysOf<Values extends object>(values: Values): (keyof Values)[] {
  return Object.keys(values) as (keyof Values)[];
}
