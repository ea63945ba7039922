import type {
  CandidatesQuery,
  EnrolmentsQuery,
  ProgrammeFilter,
  ProgrammeQuery,
  ProgrammeRowFragment,
} from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { daysAfter } from '../ui/day.ts';

// What a line of a list shows of a programme, and of who takes part in it, for the documents below.
graphql(`
  fragment ProgrammeRow on Programme {
    id
    kind
    name
    state
    firstDay
    lastDay
    places
    enrolled
    waiting
    unit { id name }
  }
`);

graphql(`
  fragment EnrolmentRow on ProgrammeEnrolment {
    id
    number
    state
    enrolledOn
    withdrawnBecause
    attended
    version
    session { id heldOn time }
    household { id code label viewerCan }
    resident { id name }
  }
`);

export const PROGRAMMES = graphql(`
  query Programmes($code: RegisterCode!, $filter: ProgrammeFilter!, $after: String) {
    town(code: $code) {
      id
      programmes(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...ProgrammeRow }
      }
    }
  }
`);

export const PROGRAMME = graphql(`
  query Programme($id: ID!) {
    programme(id: $id) {
      ...ProgrammeRow
      version
      town { id code name viewerCan viewerCanSomewhere district { id name } }
      about
      takers
      oneSession
      ageFrom
      ageTo
      sensitive
      categories { id name }
      units { id name }
      recordedAt
      recordedBy
      actions
      viewerCan
      results { passed failed certified }
      budget
      costPerHead
      expectedCost
      spent
      spentPerHead
      spendings { amount spentOn text recordedBy }
      contest {
        teams { id name people withdrawnAt withdrawnBecause unit { id name viewerCan } partner { id name } }
        unitsWithout { id name }
        rounds {
          id
          seq
          name
          heldOn
          goesOn
          fewestWins
          decidedAt
          standings { team { id name } score rank goesOn }
        }
      }
      partners { id name }
      donated
      donatedWorth
      gifts { id amount goods worth givenOn partner { id name } recordedBy withdrawnAt withdrawnBecause }
      offer { id name }
      series { id name firstDay state enrolled came spent }
      sessions { id heldOn time place places enrolled waiting attended absent calledOffAt calledOffBecause }
      events { seq step state recordedAt recordedBy text }
    }
  }
`);

export const ENROLMENTS = graphql(`
  query Enrolments($id: ID!, $filter: EnrolmentFilter!, $after: String) {
    programme(id: $id) {
      id
      enrolments(filter: $filter, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...EnrolmentRow }
      }
    }
  }
`);

export const ENROLMENTS_FOR = graphql(`
  query EnrolmentsFor($id: ID!, $filter: EnrolmentFilter!, $after: String, $for: ReadingPurpose!) @purpose(of: $for) {
    programme(id: $id) {
      id
      enrolments(filter: $filter, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...EnrolmentRow }
      }
    }
  }
`);

// Those who take part already are told by the list beside.
export const CANDIDATES = graphql(`
  query Candidates($id: ID!, $unit: ID, $before: Boolean, $after: String) {
    programme(id: $id) {
      id
      candidates(filter: { enrolled: false, unit: $unit, tookPartBefore: $before }, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { household { id code label viewerCan } resident { id name } }
      }
    }
  }
`);

export const CANDIDATES_FOR = graphql(`
  query CandidatesFor($id: ID!, $unit: ID, $before: Boolean, $after: String, $for: ReadingPurpose!) @purpose(of: $for) {
    programme(id: $id) {
      id
      candidates(filter: { enrolled: false, unit: $unit, tookPartBefore: $before }, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { household { id code label viewerCan } resident { id name } }
      }
    }
  }
`);

export type ProgrammeRow = ProgrammeRowFragment;
export type Programme = NonNullable<ProgrammeQuery['programme']>;
export type Gift = Programme['gifts'][number];
export type Session = Programme['sessions'][number];
type Listed<Answer, List extends string> =
  NonNullable<Answer> extends Record<List, infer Found> ? NonNullable<Found> : never;
export type Enrolment = Listed<EnrolmentsQuery['programme'], 'enrolments'>['nodes'][number];
export type Candidate = Listed<CandidatesQuery['programme'], 'candidates'>['nodes'][number];

export const programmeKinds = [
  'DELIVERY',
  'COURSE',
  'EVENT',
  'HEALTH_CHECK',
  'CONTEST',
  'CONDOLENCE',
  'TRAINING',
] as const;
export const programmeStates = ['PLANNED', 'OPEN', 'CLOSED', 'FINISHED', 'CANCELLED'] as const;

/** The address of a programme's page. */
export function programmePath(id: string): string {
  return `/programmes/${encodeURIComponent(id)}`;
}

/** The address at which who came to a session of a programme is put down. */
export function signInPath(programme: string, session: string): string {
  return `${programmePath(programme)}?session=${encodeURIComponent(session)}`;
}

/** What an address says of which programmes to show. */
export interface ProgrammeChoice {
  kind: (typeof programmeKinds)[number] | null;
  state: (typeof programmeStates)[number] | null;
  unit: string | null;
}

/** Reads an address. What it does not say, or says wrongly, does not narrow what is shown. */
export function readChoice(params: URLSearchParams): ProgrammeChoice {
  return {
    kind: programmeKinds.find((kind) => kind === params.get('kind')) ?? null,
    state: programmeStates.find((state) => state === params.get('state')) ?? null,
    unit: params.get('unit'),
  };
}

/** The filter that a choice stands for. */
export function filterOf({ kind, state, unit }: ProgrammeChoice): ProgrammeFilter {
  return { unit, kind: kind === null ? null : [kind], state: state === null ? null : [state] };
}

/** Days from a first to a last one, so many days apart. */
export function daysEvery(first: string, last: string, apart: number): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = daysAfter(day, apart)) days.push(day);
  return days;
}
