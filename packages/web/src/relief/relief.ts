import type {
  HouseholdReliefQuery,
  ReliefApplicationInFullFragment,
  ReliefApplicationRowFragment,
  ReliefFilter,
  ReliefSource,
} from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { reliefSources } from '../relief-funds/relief-fund.ts';
import type { Days } from '../ui/calendarPeriod.ts';
import { isDay } from '../ui/day.ts';

// What a line of a list shows of an application, for the documents below.
graphql(`
  fragment ReliefApplicationRow on ReliefApplication {
    id
    number
    state
    amount
    granted
    itemName
    appliedOn
    household { id code }
    actions
    granting: grants { id amount paidOn cancelledOn }
  }
`);

export const RELIEF_APPLICATIONS = graphql(`
  query ReliefApplications($code: RegisterCode!, $filter: ReliefFilter!, $after: String) {
    town(code: $code) {
      id
      reliefApplications(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...ReliefApplicationRow }
      }
    }
  }
`);

export const RELIEF_APPLICATIONS_FOR = graphql(`
  query ReliefApplicationsFor($code: RegisterCode!, $filter: ReliefFilter!, $after: String, $for: ReadingPurpose!) @purpose(of: $for) {
    town(code: $code) {
      id
      reliefApplications(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...ReliefApplicationRow }
      }
    }
  }
`);

graphql(`
  fragment ReliefApplicationInFull on ReliefApplication {
    ...ReliefApplicationRow
    version
    town { id code name viewerCan viewerCanSomewhere district { id name } }
    reason
    recordedAt
    recordedBy
    resident { id name }
    household { validTo viewerCan }
    item { id endedOn }
    campaign { id lastDay }
    repeats { id number appliedOn amount granted state }
    grants { id amount grantedOn paidOn way cancelledOn fund { id name source } }
    events { seq step state happenedOn recordedAt recordedBy amount text }
  }
`);

export const RELIEF_APPLICATION = graphql(`
  query ReliefApplication($id: ID!, $for: ReadingPurpose!) @purpose(of: $for) {
    reliefApplication(id: $id) { ...ReliefApplicationInFull }
  }
`);

export const RELIEF_APPLICATION_MASKED = graphql(`
  query ReliefApplicationMasked($id: ID!) {
    reliefApplication(id: $id) { ...ReliefApplicationInFull }
  }
`);

graphql(`
  fragment ReliefOfHousehold on Household {
    id
    reliefApplications { ...ReliefApplicationRow }
    reliefYears { year granted paid sources { source granted } }
  }
`);

export const HOUSEHOLD_RELIEF = graphql(`
  query HouseholdRelief($id: ID!, $for: ReadingPurpose!) @purpose(of: $for) {
    household(id: $id) { ...ReliefOfHousehold }
  }
`);

export const HOUSEHOLD_RELIEF_MASKED = graphql(`
  query HouseholdReliefMasked($id: ID!) {
    household(id: $id) { ...ReliefOfHousehold }
  }
`);

/** The members of a household, by whose names one chooses for whom something is. */
export const MEMBERS = graphql(`
  query MembersToRelieve($id: ID!) @purpose(of: RELIEF) {
    household(id: $id) { id residents { id name } }
  }
`);

export type ReliefRow = ReliefApplicationRowFragment;
export type ReliefApplication = ReliefApplicationInFullFragment & ReliefApplicationRowFragment;
export type ReliefYear = NonNullable<NonNullable<HouseholdReliefQuery['household']>['reliefYears']>[number];

export const reliefStates = ['SUBMITTED', 'ENDORSED', 'APPROVED', 'PAID', 'REFUSED', 'WITHDRAWN', 'CANCELLED'] as const;
export const payWays = ['BANK_CARD', 'CASH', 'GOODS'] as const;

/** The step that carries an application on from its state. */
export const nextSteps: Partial<Record<ReliefApplication['state'], NextStep>> = {
  SUBMITTED: 'ENDORSE',
  ENDORSED: 'APPROVE',
  APPROVED: 'PAY',
};
export type NextStep = 'ENDORSE' | 'APPROVE' | 'PAY';

/** The states in which relief was neither granted nor is it asked for any more. */
export const emptyStates: readonly ReliefApplication['state'][] = ['REFUSED', 'WITHDRAWN', 'CANCELLED'];

/** The address of an application's page. */
export function reliefPath(id: string): string {
  return `/relief/${encodeURIComponent(id)}`;
}

/** What an address says of which applications to show. */
export interface ReliefChoice {
  state: (typeof reliefStates)[number] | null;
  unit: string | null;
  category: string | null;
  item: string | null;
  campaign: string | null;
  /** What was granted within which days, of which source: the applications that a sum of relief is made of. */
  granted: { period: Days; source: ReliefSource | null } | null;
}

/** Reads an address. What it does not say, or says wrongly, does not narrow what is shown. */
export function readChoice(params: URLSearchParams): ReliefChoice {
  const [first, last] = [params.get('from'), params.get('to')];
  const source = reliefSources.find((each) => each === params.get('source')) ?? null;
  return {
    state: reliefStates.find((state) => state === params.get('state')) ?? null,
    unit: params.get('unit'),
    category: params.get('category'),
    item: params.get('item'),
    campaign: params.get('campaign'),
    granted: isDay(first) && isDay(last) && first <= last ? { period: { first, last }, source } : null,
  };
}

/** The filter that a choice stands for. Of what was granted, the unit is where the household stood then. */
export function filterOf({ state, unit, granted, ...rest }: ReliefChoice): ReliefFilter {
  return {
    ...{ ...rest, state: state === null ? null : [state] },
    ...(granted ? { granted: { ...granted, unit } } : { unit }),
  };
}
