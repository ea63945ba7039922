import type { MediationFilter, MediationInFullFragment, MediationRowFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

// What a line of a list shows of a mediation, for the documents below.
graphql(`
  fragment MediationRow on Mediation {
    id
    number
    state
    begunOn
    agreedOn
    checkOn
    subject { id name }
    unit { id name }
    mediators { id name }
  }
`);

export const MEDIATIONS = graphql(`
  query Mediations($code: RegisterCode!, $filter: MediationFilter!, $after: String) {
    town(code: $code) {
      id
      mediations(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...MediationRow }
      }
    }
  }
`);

graphql(`
  fragment MediationInFull on Mediation {
    ...MediationRow
    version
    town { id code name viewerCan viewerCanSomewhere district { id name } }
    matter
    agreement
    recordedAt
    recordedBy
    actions
    request { id number state subject { id name } }
    parties { id name code household { id } }
    talks { id heldOn together said parties { id name code } }
    events { seq step state keeping happenedOn checkOn recordedAt recordedBy text parties { id name code } }
  }
`);

export const MEDIATION = graphql(`
  query Mediation($id: ID!, $for: ReadingPurpose!) @purpose(of: $for) {
    mediation(id: $id) { ...MediationInFull }
  }
`);

export const MEDIATION_MASKED = graphql(`
  query MediationMasked($id: ID!) {
    mediation(id: $id) { ...MediationInFull }
  }
`);

export type MediationRow = MediationRowFragment;
export type Mediation = MediationInFullFragment & MediationRowFragment;
export type MediationEvent = Mediation['events'][number];

export const mediationStates = ['OPEN', 'AGREED', 'KEPT', 'NOT_AGREED', 'BROKEN_OFF', 'REFERRED'] as const;
/** How a mediation can end without an agreement. */
export const mediationEnds = ['NOT_AGREED', 'BROKEN_OFF', 'REFERRED'] as const;
export const keepings = ['KEPT', 'NOT_YET', 'BROKEN'] as const;

/** The address of a mediation's page. */
export function mediationPath(id: string): string {
  return `/mediations/${encodeURIComponent(id)}`;
}

/** What an address says of which mediations to show. */
export interface MediationChoice {
  state: (typeof mediationStates)[number] | null;
  subject: string | null;
  unit: string | null;
  checkDue: true | null;
}

/** Reads an address. What it does not say, or says wrongly, does not narrow what is shown. */
export function readChoice(params: URLSearchParams): MediationChoice {
  return {
    state: mediationStates.find((state) => state === params.get('state')) ?? null,
    subject: params.get('subject'),
    unit: params.get('unit'),
    checkDue: params.get('checkDue') === '1' ? true : null,
  };
}

/** The filter that a choice stands for. */
export function filterOf({ state, ...rest }: MediationChoice): MediationFilter {
  return { ...rest, state: state === null ? null : [state] };
}

/** Whether it is to be looked at by today whether the agreement is kept. */
export function isToCheck({ checkOn }: { checkOn: string | null }, today: string): boolean {
  return checkOn !== null && checkOn <= today;
}

/** One of those at odds, as the form for a new mediation has them. */
export interface PartyNamed {
  kind: 'household' | 'resident' | 'other';
  household?: string;
  resident?: string;
  name?: string;
}

/** The same as the contract takes it. */
export function partyOf({ kind, household = '', resident = '', name = '' }: PartyNamed) {
  if (kind === 'household') return { household };
  return kind === 'resident' ? { resident } : { otherName: name };
}
