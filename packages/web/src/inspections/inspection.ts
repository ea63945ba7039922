import { useQuery } from '@apollo/client/react';
import type {
  InspectionFilter,
  InspectionFindingFilter,
  InspectionFindingInFullFragment,
  InspectionFindingRowFragment,
  InspectionGroup,
  InspectionPlacesQuery,
  InspectionRoundInFullFragment,
  InspectionRoundRowFragment,
  InspectionSquadsQuery,
} from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { type Days, periodAround } from '../ui/calendarPeriod.ts';
import { isDay } from '../ui/day.ts';
import { useAllPages } from '../ui/useAllPages.ts';

// What a line of a list shows of a round, for the documents below.
graphql(`
  fragment InspectionRoundRow on InspectionRound {
    id
    inspectedOn
    withdrawnAt
    squad { id name }
    people { id name }
    checks { id place { id name } findings { id mended } }
  }
`);

export const ROUNDS = graphql(`
  query InspectionRounds($code: RegisterCode!, $filter: InspectionFilter!, $withdrawn: Boolean!, $after: String) {
    town(code: $code) {
      id
      inspectionRounds(filter: $filter, withdrawn: $withdrawn, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...InspectionRoundRow }
      }
    }
  }
`);

graphql(`
  fragment InspectionFindingRow on InspectionFinding {
    id
    kind
    state
    mended
    text
    inspectedOn
    request { id number }
    check { id place { id name unit { id name } } round { id squad { id name } } }
  }
`);

export const FINDINGS = graphql(`
  query InspectionFindings($code: RegisterCode!, $filter: InspectionFindingFilter!, $after: String) {
    town(code: $code) {
      id
      inspectionFindings(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...InspectionFindingRow }
      }
    }
  }
`);

export const SQUADS = graphql(`
  query InspectionSquads($code: RegisterCode!, $disbanded: Boolean!, $after: String) {
    town(code: $code) {
      id
      inspectionSquads(disbanded: $disbanded, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          name
          validFrom
          validTo
          version
          viewerCan
          head { id name }
          members { id name }
          versions { name validFrom validTo head { id name } members { id name } }
        }
      }
    }
  }
`);

export const PLACES = graphql(`
  query InspectionPlaces($code: RegisterCode!, $filter: InspectionPlaceFilter!, $after: String) {
    town(code: $code) {
      id
      inspectionPlaces(filter: $filter, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          name
          kind
          address
          validFrom
          validTo
          version
          viewerCan
          unit { id name }
          organization { id name }
          versions { name }
        }
      }
    }
  }
`);

graphql(`
  fragment InspectionFindingInFull on InspectionFinding {
    id
    kind
    state
    mended
    text
    version
    actions
    request { id number state subject { id name } }
    events { seq step state happenedOn recordedAt recordedBy text request { id number } }
  }
`);

graphql(`
  fragment InspectionRoundInFull on InspectionRound {
    id
    inspectedOn
    note
    version
    viewerMayRevise
    recordedAt
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
    squad { id name }
    people { id name }
    checks {
      id
      withdrawn
      people { id name }
      place { id name kind address viewerCan unit { id name } }
      block { id name town { id code name viewerCan viewerCanSomewhere district { id name } } }
      findings { ...InspectionFindingInFull }
    }
    versions { number inspectedOn note reason writtenAt writtenBy checks { check { id place { id name } } people { id name } } }
  }
`);

export const ROUND = graphql(`
  query InspectionRound($id: ID!) {
    inspectionRound(id: $id) { ...InspectionRoundInFull }
  }
`);

export type RoundRow = InspectionRoundRowFragment;
export type Round = InspectionRoundInFullFragment;
export type Check = Round['checks'][number];
export type FindingRow = InspectionFindingRowFragment;
export type Finding = InspectionFindingInFullFragment;
export type Squad = NonNullable<NonNullable<InspectionSquadsQuery['town']>['inspectionSquads']>['nodes'][number];
export type Place = NonNullable<NonNullable<InspectionPlacesQuery['town']>['inspectionPlaces']>['nodes'][number];

export const placeKinds = [
  'INTERNET_CAFE',
  'GAME_ARCADE',
  'SONG_AND_DANCE',
  'LODGING',
  'BATHHOUSE',
  'CATERING',
  'SHOP',
  'MARKET',
  'WORKSHOP',
  'BUILDING_SITE',
  'SCHOOL_SURROUNDINGS',
  'OTHER',
] as const satisfies readonly Place['kind'][];
export const findingKinds = [
  'MINORS',
  'IDENTITY',
  'HOURS',
  'LICENCE',
  'CONTENT',
  'FIRE_SAFETY',
  'HYGIENE',
  'ORDER',
  'OTHER',
] as const satisfies readonly Finding['kind'][];
export const findingStates = ['OPEN', 'MENDED', 'REQUESTED'] as const satisfies readonly Finding['state'][];
export const groups = ['SQUAD', 'PLACE', 'KIND', 'UNIT', 'MONTH'] as const satisfies readonly InspectionGroup[];
export const views = ['rounds', 'findings', 'sums', 'places', 'squads'] as const;
export const placesShown = ['open', 'unchecked', 'closed'] as const;

/** The address of a round's page. */
export function roundPath(id: string): string {
  return `/inspections/${encodeURIComponent(id)}`;
}

/** All squads of a town that are not disbanded, as far as they are read. */
export function useSquads(town: string): readonly Squad[] {
  const query = useQuery(SQUADS, { variables: { code: town, disbanded: false, after: null } });
  useAllPages(query, squadsIn);
  return query.data?.town?.inspectionSquads?.nodes ?? [];
}

/** All places of a town that are not closed, as far as they are read. */
export function usePlaces(town: string): readonly Place[] {
  const query = useQuery(PLACES, { variables: { code: town, filter: {}, after: null } });
  useAllPages(query, placesIn);
  return query.data?.town?.inspectionPlaces?.nodes ?? [];
}

const squadsIn = (data: InspectionSquadsQuery) => data.town?.inspectionSquads;
const placesIn = (data: InspectionPlacesQuery) => data.town?.inspectionPlaces;

/** What a town's page of inspections shows, as its address says. */
export interface Choice {
  view: (typeof views)[number];
  period: Days;
  squad: string | null;
  place: string | null;
  kind: (typeof placeKinds)[number] | null;
  unit: string | null;
  withdrawn: boolean;
  about: (typeof findingKinds)[number] | null;
  state: (typeof findingStates)[number] | null;
  by: (typeof groups)[number];
  places: (typeof placesShown)[number];
}

/** Reads an address: rounds of this year unless it says otherwise. What it says wrongly does not narrow what is shown. */
export function readChoice(params: URLSearchParams, today: string): Choice {
  const named = <Value extends string>(values: readonly Value[], name: string) =>
    values.find((value) => value === params.get(name));
  const [first, last] = [params.get('from'), params.get('to')];
  const said = isDay(first) && isDay(last) && first <= last;
  return {
    view: named(views, 'view') ?? 'rounds',
    period: said ? { first, last } : periodAround(today, 'YEAR'),
    squad: params.get('squad'),
    place: params.get('place'),
    kind: named(placeKinds, 'kind') ?? null,
    unit: params.get('unit'),
    withdrawn: params.get('withdrawn') === '1',
    about: named(findingKinds, 'about') ?? null,
    state: named(findingStates, 'state') ?? null,
    by: named(groups, 'by') ?? 'SQUAD',
    places: named(placesShown, 'places') ?? 'open',
  };
}

/** Which inspections a choice asks for. */
export function roundsOf({ squad, place, kind, unit, period }: Choice): InspectionFilter {
  return { squad, place, kind, unit, period };
}

/** Which findings a choice asks for. */
export function findingsOf(choice: Choice): InspectionFindingFilter {
  const { about, state } = choice;
  return { ...roundsOf(choice), about: about === null ? null : [about], state: state === null ? null : [state] };
}
