import type { PetitionFilter, PetitionInFullFragment, PetitionRowFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

// What a line of a list shows of a petition, for the documents below.
graphql(`
  fragment PetitionRow on Petition {
    id
    number
    state
    way
    class
    people
    receivedOn
    dueOn
    overdue
    subject { id name }
    unit { id name }
    holder { id name }
    parties { id name }
  }
`);

export const PETITIONS = graphql(`
  query Petitions($code: RegisterCode!, $filter: PetitionFilter!, $orderBy: PetitionOrder!, $after: String) {
    town(code: $code) {
      id
      petitions(filter: $filter, orderBy: $orderBy, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...PetitionRow }
      }
    }
  }
`);

graphql(`
  fragment PetitionInFull on Petition {
    ...PetitionRow
    version
    town { id code name viewerCan viewerCanSomewhere district { id name } }
    accused { id name }
    matter
    answer
    acceptedOn
    extendedBy
    groupFormedOn
    answeredOn
    closedOn
    outcome
    recordedAt
    recordedBy
    actions
    petitioners { id name telephone representative household { id code } }
    group { lead since person { id name } }
    meetings { id heldOn place agreed people { id name } petitioners { id name } parties { id name } }
    requests { id number state subject { id name } }
    events { seq step state happenedOn recordedAt recordedBy dueOn text unit { id name } accused { id name } holder { id name } }
  }
`);

export const PETITION = graphql(`
  query Petition($id: ID!, $for: ReadingPurpose!) @purpose(of: $for) {
    petition(id: $id) { ...PetitionInFull }
  }
`);

export const PETITION_MASKED = graphql(`
  query PetitionMasked($id: ID!) {
    petition(id: $id) { ...PetitionInFull }
  }
`);

export type PetitionRow = PetitionRowFragment;
export type Petition = PetitionInFullFragment & PetitionRowFragment;
export type PetitionEvent = Petition['events'][number];

/** In the order in which a petition goes through them. */
export const petitionStates = ['RECEIVED', 'ACCEPTED', 'ANSWERED', 'CLOSED', 'DECLINED', 'WITHDRAWN'] as const;
/** The states in which a deadline runs. */
const openStates: readonly string[] = ['RECEIVED', 'ACCEPTED'];
export const petitionWays = ['PAPER', 'WEB', 'IN_PERSON'] as const;
export const petitionClasses = ['CLAIM', 'SUGGESTION', 'ACCUSATION'] as const;
export const petitionOutcomes = ['SETTLED', 'NOT_SETTLED', 'REVIEW'] as const;
/** How many speak for all at the most (信访工作条例, art. 20). */
export const mostRepresentatives = 5;

/** The address of a petition's page. */
export function petitionPath(id: string): string {
  return `/petitions/${encodeURIComponent(id)}`;
}

/** What an address says of which petitions to show. */
export interface PetitionChoice {
  state: (typeof petitionStates)[number] | null;
  subject: string | null;
  unit: string | null;
  overdue: true | null;
}

/** Reads an address. What it does not say, or says wrongly, does not narrow what is shown. */
export function readChoice(params: URLSearchParams): PetitionChoice {
  return {
    state: petitionStates.find((state) => state === params.get('state')) ?? null,
    subject: params.get('subject'),
    unit: params.get('unit'),
    overdue: params.get('overdue') === '1' ? true : null,
  };
}

/** What a choice asks for: the most urgent first where a deadline runs in all that is chosen, else the latest first. */
export function listOf({ state, ...rest }: PetitionChoice): { filter: PetitionFilter; orderBy: 'DUE' | 'LATEST' } {
  const urgent = rest.overdue === true || (state !== null && openStates.includes(state));
  return { filter: { ...rest, state: state === null ? null : [state] }, orderBy: urgent ? 'DUE' : 'LATEST' };
}
