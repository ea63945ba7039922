import type {
  PairingFilter,
  PairingGroup,
  PairingInFullFragment,
  PairingKindsQuery,
  PairingRowFragment,
  PairingSumsQuery,
  UnpairedRowFragment,
} from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { type Days, periodAround } from '../ui/calendarPeriod.ts';
import { isDay } from '../ui/day.ts';

export const PAIRING_KINDS = graphql(`
  query PairingKinds($code: RegisterCode!) {
    town(code: $code) {
      id
      pairingKinds { id name sensitive version validFrom categories { id name } }
    }
  }
`);

// What a line of a list shows of a pairing, for the documents below.
graphql(`
  fragment PairingRow on Pairing {
    id
    kindName
    capacity
    begunOn
    endedOn
    running
    lastContactOn
    dueOn
    person { id name }
    household { id code }
  }
`);

export const PAIRINGS = graphql(`
  query Pairings($code: RegisterCode!, $filter: PairingFilter!, $after: String) {
    town(code: $code) {
      id
      pairings(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...PairingRow }
      }
    }
  }
`);

export const PAIRINGS_FOR = graphql(`
  query PairingsFor($code: RegisterCode!, $filter: PairingFilter!, $after: String, $for: ReadingPurpose!) @purpose(of: $for) {
    town(code: $code) {
      id
      pairings(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...PairingRow }
      }
    }
  }
`);

export const PAIRINGS_DUE = graphql(`
  query PairingsDue($code: RegisterCode!, $filter: PairingFilter!, $after: String) {
    town(code: $code) {
      id
      pairingsDue(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...PairingRow }
      }
    }
  }
`);

export const PAIRINGS_DUE_FOR = graphql(`
  query PairingsDueFor($code: RegisterCode!, $filter: PairingFilter!, $after: String, $for: ReadingPurpose!) @purpose(of: $for) {
    town(code: $code) {
      id
      pairingsDue(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...PairingRow }
      }
    }
  }
`);

graphql(`
  fragment UnpairedRow on UnpairedHousehold {
    pairingKind { id name }
    household { id code label version validTo viewerCan }
    because { id name validFrom }
  }
`);

export const UNPAIRED = graphql(`
  query Unpaired($code: RegisterCode!, $kind: ID!, $unit: ID, $after: String) {
    town(code: $code) {
      id
      unpairedHouseholds(pairingKind: $kind, filter: { unit: $unit }, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...UnpairedRow }
      }
    }
  }
`);

export const UNPAIRED_FOR = graphql(`
  query UnpairedFor($code: RegisterCode!, $kind: ID!, $unit: ID, $after: String, $for: ReadingPurpose!) @purpose(of: $for) {
    town(code: $code) {
      id
      unpairedHouseholds(pairingKind: $kind, filter: { unit: $unit }, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...UnpairedRow }
      }
    }
  }
`);

graphql(`
  fragment PairingCounts on PairingSum {
    kind { id name }
    unit { id name }
    paired { numerator denominator rounded }
    running
    contacts
  }
`);

export const PAIRING_SUMS = graphql(`
  query PairingSums($code: RegisterCode!, $by: PairingGroup!, $period: PeriodInput!, $unit: ID) {
    town(code: $code) {
      id
      all: pairingSums(by: ALL, period: $period, unit: $unit) { ...PairingCounts }
      groups: pairingSums(by: $by, period: $period, unit: $unit) { ...PairingCounts }
    }
  }
`);

export const PAIRING_SUMS_FOR = graphql(`
  query PairingSumsFor($code: RegisterCode!, $by: PairingGroup!, $period: PeriodInput!, $unit: ID, $for: ReadingPurpose!) @purpose(of: $for) {
    town(code: $code) {
      id
      all: pairingSums(by: ALL, period: $period, unit: $unit) { ...PairingCounts }
      groups: pairingSums(by: $by, period: $period, unit: $unit) { ...PairingCounts }
    }
  }
`);

graphql(`
  fragment PairingInFull on Pairing {
    id
    kindName
    capacity
    begunOn
    endedOn
    running
    lastContactOn
    dueOn
    person { id name }
    agreesToBeNamed
    service
    contactEveryDays
    telephone
    endReason
    endNote
    recordedAt
    recordedBy
    endedBy
    version
    viewerCan
    town { id code name viewerCan viewerCanSomewhere district { id name } }
    household { id code block { id name ancestors { id name kind } teams { id name } } }
    versions { service contactEveryDays telephone validFrom validTo writtenAt writtenBy }
    contacts(first: 100) { totalCount nodes { id contactedOn way done recordedAt recordedBy withdrawnAt withdrawnBecause } }
  }
`);

export const PAIRING = graphql(`
  query Pairing($id: ID!) {
    pairing(id: $id) { ...PairingInFull }
  }
`);

export const PAIRING_FOR = graphql(`
  query PairingFor($id: ID!, $for: ReadingPurpose!) @purpose(of: $for) {
    pairing(id: $id) { ...PairingInFull }
  }
`);

export const HOUSEHOLD_PAIRINGS = graphql(`
  query HouseholdPairings($id: ID!) {
    household(id: $id) { id pairings { ...PairingRow } }
  }
`);

export const HOUSEHOLD_PAIRINGS_FOR = graphql(`
  query HouseholdPairingsFor($id: ID!, $for: ReadingPurpose!) @purpose(of: $for) {
    household(id: $id) { id pairings { ...PairingRow } }
  }
`);

export type PairingKind = NonNullable<NonNullable<PairingKindsQuery['town']>['pairingKinds']>[number];
export type PairingRow = PairingRowFragment;
export type Pairing = PairingInFullFragment;
export type Contact = Pairing['contacts']['nodes'][number];
export type Unpaired = UnpairedRowFragment;
export type PairingSum = NonNullable<NonNullable<PairingSumsQuery['town']>['groups']>[number];

export const views = ['list', 'due', 'unpaired', 'sums'] as const;
export const capacities = ['PARTY_MEMBER', 'OFFICER'] as const;
export const endReasons = ['MOVED_AWAY', 'NO_LONGER_NEEDED', 'PARTNER_LEFT', 'DIED', 'MISTAKE', 'OTHER'] as const;
export const ways = ['AT_HOME', 'TELEPHONE', 'APPOINTMENT'] as const;
export const groups = ['KIND', 'UNIT'] as const satisfies readonly PairingGroup[];

/** The address of a pairing's page. */
export function pairingPath(id: string): string {
  return `/pairings/${encodeURIComponent(id)}`;
}

/** What an address says of which pairings to show. */
export interface PairingChoice {
  view: (typeof views)[number];
  kind: string | null;
  unit: string | null;
  mine: boolean;
  ended: boolean;
  by: (typeof groups)[number];
  period: Days;
}

/** Reads an address. */
export function readChoice(params: URLSearchParams, today: string): PairingChoice {
  const [first, last] = [params.get('from'), params.get('to')];
  const said = isDay(first) && isDay(last) && first <= last;
  return {
    view: views.find((each) => each === params.get('view')) ?? 'list',
    kind: params.get('kind'),
    unit: params.get('unit'),
    mine: params.get('mine') === 'yes',
    ended: params.get('ended') === 'yes',
    by: groups.find((each) => each === params.get('by')) ?? 'KIND',
    period: said ? { first, last } : periodAround(today, 'YEAR'),
  };
}

/** The filter that a choice stands for. */
export function filterOf({ kind, unit, mine, ended }: PairingChoice, today: string): PairingFilter {
  return { pairingKind: kind, unit, mine: mine || null, runningOn: ended ? null : today };
}
