import type {
  PatrolFilter,
  PatrolFindingFilter,
  PatrolFindingInFullFragment,
  PatrolInFullFragment,
  PatrolRoutesQuery,
  PatrolRowFragment,
} from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { daysAfter, isDay } from '../ui/day.ts';

// What a line of a list shows of a patrol, for the documents below.
graphql(`
  fragment PatrolRow on Patrol {
    id
    patrolledOn
    beganAt
    endedAt
    place
    withdrawnAt
    route { id name }
    unit { id name }
    people { id name }
    stopsLeftOut { id name }
    findings { id kind actedOn }
  }
`);

export const PATROLS = graphql(`
  query Patrols($code: RegisterCode!, $filter: PatrolFilter!, $withdrawn: Boolean!, $after: String) {
    town(code: $code) {
      id
      patrols(filter: $filter, withdrawn: $withdrawn, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...PatrolRow }
      }
    }
  }
`);

export const PATROL_FINDINGS = graphql(`
  query PatrolFindings($code: RegisterCode!, $filter: PatrolFindingFilter!, $after: String) {
    town(code: $code) {
      id
      patrolFindings(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...PatrolFindingRow }
      }
    }
  }
`);

graphql(`
  fragment PatrolFindingRow on PatrolFinding {
    id
    kind
    state
    actedOn
    text
    place
    request { id number state subject { id name } }
    party { id name }
    patrol { id patrolledOn place route { id name } unit { id name } }
  }
`);

export const PATROL_ROUTES = graphql(`
  query PatrolRoutes($code: RegisterCode!, $closed: Boolean!, $first: Int!, $after: String) {
    town(code: $code) {
      id
      patrolRoutes(first: $first, after: $after, closed: $closed) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          name
          validFrom
          validTo
          version
          viewerCan
          unit { id name }
          stops { id name }
          versions { name validFrom validTo stops { id name } }
        }
      }
    }
  }
`);

graphql(`
  fragment PatrolFindingInFull on PatrolFinding {
    id
    kind
    state
    actedOn
    text
    place
    version
    actions
    photos { id }
    request { id number state subject { id name } }
    party { id name }
    events { seq step state happenedOn recordedAt recordedBy text place photos { id } request { id number } party { id name } }
  }
`);

graphql(`
  fragment PatrolInFull on Patrol {
    id
    patrolledOn
    beganAt
    endedAt
    place
    note
    version
    viewerCan
    recordedAt
    recordedBy
    withdrawnAt
    withdrawnBy
    withdrawnReason
    route { id name }
    unit { id name kind }
    block { id name town { id code name viewerCan viewerCanSomewhere district { id name } } ancestors { id name } }
    people { id name }
    stops { id name }
    stopsLeftOut { id name }
    findings { ...PatrolFindingInFull }
    versions { number patrolledOn beganAt endedAt note reason writtenAt writtenBy people { id name } stops { id name } }
  }
`);

export const PATROL = graphql(`
  query Patrol($id: ID!) {
    patrol(id: $id) { ...PatrolInFull }
  }
`);

export type PatrolRow = PatrolRowFragment;
export type Patrol = PatrolInFullFragment;
export type Finding = PatrolFindingInFullFragment;
export type Route = NonNullable<NonNullable<PatrolRoutesQuery['town']>['patrolRoutes']>['nodes'][number];

export const findingKinds = ['PROBLEM', 'SUGGESTION'] as const;
export const findingStates = ['OPEN', 'ACTED_ON', 'REQUESTED', 'PASSED_ON', 'NOT_ADOPTED'] as const;
/** What patrols are grouped by. */
export const groups = ['PERSON', 'UNIT', 'ROUTE', 'MONTH'] as const;
export const views = ['patrols', 'findings', 'routes', 'rates'] as const;

/** The address of a patrol's page. */
export function patrolPath(id: string): string {
  return `/patrols/${encodeURIComponent(id)}`;
}

/** What a town's page of patrols shows, as its address says. */
export interface Choice {
  view: (typeof views)[number];
  unit: string | null;
  /** The very unit in which they were made. */
  madeIn: string | null;
  route: string | null;
  person: string | null;
  from: string | null;
  to: string | null;
  withdrawn: boolean;
  kind: (typeof findingKinds)[number] | null;
  state: (typeof findingStates)[number] | null;
  by: (typeof groups)[number];
}

/** Reads an address. What it does not say, or says wrongly, does not narrow what is shown. */
export function readChoice(params: URLSearchParams): Choice {
  const dayOf = (name: string) => {
    const day = params.get(name);
    return isDay(day) ? day : null;
  };
  return {
    view: views.find((view) => view === params.get('view')) ?? 'patrols',
    unit: params.get('unit'),
    madeIn: params.get('madeIn'),
    route: params.get('route'),
    person: params.get('person'),
    from: dayOf('from'),
    to: dayOf('to'),
    withdrawn: params.get('withdrawn') === '1',
    kind: findingKinds.find((kind) => kind === params.get('kind')) ?? null,
    state: findingStates.find((state) => state === params.get('state')) ?? null,
    by: groups.find((by) => by === params.get('by')) ?? 'PERSON',
  };
}

/** Which patrols a choice asks for. A period that is open at one end reaches to the API's last date. */
export function patrolsOf({ unit, madeIn, route, person, from, to }: Choice): PatrolFilter {
  const period = from === null && to === null ? null : { first: from ?? '1949-10-01', last: to ?? '2999-12-31' };
  return { unit, madeIn, route, person, period };
}

/** Which findings a choice asks for. */
export function findingsOf(choice: Choice): PatrolFindingFilter {
  const { kind, state } = choice;
  return { ...patrolsOf(choice), kind: kind === null ? null : [kind], state: state === null ? null : [state] };
}

/** The first and the last day of a month such as 2026-02, as far as they lie within a period. */
export function daysWithin(month: string, { from, to }: Pick<Choice, 'from' | 'to'>): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const [first, last] = [`${month}-01`, `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`];
  return { from: from !== null && from > first ? from : first, to: to !== null && to < last ? to : last };
}

/** When a patrol of a day began and ended, as the contract takes it, from times such as 19:30; one that ends earlier than it began ends the day after. */
export function momentsOf(
  on: string,
  began: string | undefined,
  ended: string | undefined,
): { beganAt: string | null; endedAt: string | null } {
  const momentAt = (day: string, time: string | undefined) => (time ? `${day}T${time}:00+08:00` : null);
  const later = began !== undefined && ended !== undefined && ended < began;
  return { beganAt: momentAt(on, began), endedAt: momentAt(later ? daysAfter(on, 1) : on, ended) };
}
