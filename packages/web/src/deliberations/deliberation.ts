import type {
  DeliberationFilter,
  DeliberationObjectionRowFragment,
  DeliberationQuery,
  DeliberationRowFragment,
  DeliberationVotersQuery,
} from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

// What a line of a list shows of a deliberation, what a rule says, and an objection, for the documents below.
graphql(`
  fragment DeliberationRow on Deliberation {
    id
    question
    state
    electorate
    proposedOn
    closesAt
    decidedOn
    passed
    unit { id name }
    tally { voters inFavour against abstained notVoted withoutReason objections unanswered }
  }
  fragment DeliberationRuleSaid on DeliberationRuleVersion {
    name
    numerator
    denominator
    moreThan
    base
    turnoutNumerator
    turnoutDenominator
  }
  fragment DeliberationObjectionRow on DeliberationObjection {
    id
    text
    raisedOn
    answered
    voter { id household { id code label } person { id name } }
    answers { text way answeredOn reply repliedOn person { id name } }
  }
`);

export const DELIBERATIONS = graphql(`
  query Deliberations($code: RegisterCode!, $filter: DeliberationFilter!, $after: String) {
    town(code: $code) {
      id
      deliberations(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...DeliberationRow }
      }
    }
  }
`);

export const DELIBERATION = graphql(`
  query Deliberation($id: ID!) {
    deliberation(id: $id) {
      ...DeliberationRow
      description
      openedAt
      recordedBy
      version
      actions
      town { id code name viewerCan viewerCanSomewhere district { id name } }
      rule { ...DeliberationRuleSaid }
      calculation { base needed inFavour turnoutNeeded voted passed }
      meetings { id kind heldOn place present minutes evidenceOf { id number } }
      requests(first: 50) { totalCount nodes { id number state missingEvidence } }
      events { seq step state happenedOn recordedAt recordedBy text }
    }
  }
`);

export const VOTERS = graphql(`
  query DeliberationVoters(
    $id: ID!
    $filter: DeliberationVoterFilter!
    $manages: Boolean!
    $for: ReadingPurpose!
    $after: String
  ) @purpose(of: $for) {
    deliberation(id: $id) {
      id
      voters(filter: $filter, first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          voted
          household { id code label }
          person { id name }
          votes @include(if: $manages) { choice recordedAt withdrawnAt withdrawnBecause }
        }
      }
    }
  }
`);

export const OBJECTIONS = graphql(`
  query DeliberationObjections($id: ID!, $for: ReadingPurpose!, $after: String) @purpose(of: $for) {
    deliberation(id: $id) {
      id
      objections(first: 20, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...DeliberationObjectionRow }
      }
    }
  }
`);

export const RULES = graphql(`
  query DeliberationRules($code: RegisterCode!) {
    town(code: $code) {
      id
      deliberationRules { id version versions { ...DeliberationRuleSaid validFrom validTo } }
    }
  }
`);

export type DeliberationRow = DeliberationRowFragment;
export type Deliberation = NonNullable<DeliberationQuery['deliberation']>;
export type Objection = DeliberationObjectionRowFragment;
export type Voter = NonNullable<NonNullable<DeliberationVotersQuery['deliberation']>['voters']>['nodes'][number];
export type RuleSaid = NonNullable<Deliberation['rule']>;

export const deliberationStates = [
  'PREPARED',
  'VOTING',
  'CLOSED',
  'PASSED',
  'REJECTED',
  'IN_WORK',
  'DONE',
  'CALLED_OFF',
] as const;
export const electorates = ['HOUSEHOLDS', 'PEOPLE'] as const;
export const choices = ['FOR', 'AGAINST', 'ABSTAINED'] as const;
export const talkWays = ['AT_HOME', 'TELEPHONE', 'MEETING', 'IN_WRITING'] as const;
export const replies = ['SATISFIED', 'MAINTAINED', 'WITHDRAWN'] as const;
export const meetingKinds = ['RESIDENTS', 'PARTY'] as const;
/** How many characters the platform takes at most. */
export const longest = { question: 200, minutes: 1800 } as const;

/** The address of a deliberation's page. */
export function deliberationPath(id: string): string {
  return `/deliberations/${encodeURIComponent(id)}`;
}

/** What an address says of which deliberations to show. */
export interface DeliberationChoice {
  state: (typeof deliberationStates)[number] | null;
  unit: string | null;
}

/** Reads an address. What it does not say, or says wrongly, does not narrow what is shown. */
export function readChoice(params: URLSearchParams): DeliberationChoice {
  return {
    state: deliberationStates.find((state) => state === params.get('state')) ?? null,
    unit: params.get('unit'),
  };
}

/** The filter that a choice stands for. */
export function filterOf({ state, unit }: DeliberationChoice): DeliberationFilter {
  return { unit, state: state === null ? null : [state] };
}

/** Whether somebody may still object, or be answered: until the work begins. */
export function takesObjections({ state }: Pick<Deliberation, 'state'>): boolean {
  return ['VOTING', 'CLOSED', 'PASSED', 'REJECTED'].includes(state);
}
