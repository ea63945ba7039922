import type { CallFilter, CallInFullFragment, CallRowFragment, CallState } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { isDay } from '../ui/day.ts';

// What a line of the log shows of a call, for the documents below.
graphql(`
  fragment CallRow on Call {
    id
    number
    state
    missed
    calledAt
    callerName
    telephone
    matter
    satisfaction
    answeredBy { id name }
    household { id code }
    requests { id number state subject { id name } }
  }
`);

export const CALLS = graphql(`
  query Calls($code: RegisterCode!, $filter: CallFilter!, $first: Int!, $after: String, $for: ReadingPurpose!) @purpose(of: $for) {
    town(code: $code) { id calls(filter: $filter, first: $first, after: $after) { ...CallPage } }
  }
`);

export const CALLS_MASKED = graphql(`
  query CallsMasked($code: RegisterCode!, $filter: CallFilter!, $first: Int!, $after: String) {
    town(code: $code) { id calls(filter: $filter, first: $first, after: $after) { ...CallPage } }
  }
`);

graphql(`
  fragment CallPage on CallConnection {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { ...CallRow }
  }
`);

graphql(`
  fragment CallInFull on Call {
    ...CallRow
    version
    seconds
    answer
    recordedAt
    recordedBy
    actions
    town { id code name viewerCan viewerCanSomewhere district { id name } }
    hotline { id name }
    unit { id name }
    resident { id name }
    about { id number state subject { id name } }
    events {
      seq
      step
      state
      happenedAt
      recordedAt
      recordedBy
      calledAt
      answeredBy { id name }
      household { id code }
      callerName
      telephone
      matter
      answer
      way
      satisfaction
      text
    }
  }
`);

export const CALL = graphql(`
  query Call($id: ID!, $for: ReadingPurpose!) @purpose(of: $for) {
    call(id: $id) { ...CallInFull }
  }
`);

export const CALL_MASKED = graphql(`
  query CallMasked($id: ID!) {
    call(id: $id) { ...CallInFull }
  }
`);

export type CallRow = CallRowFragment;
export type Call = CallInFullFragment & CallRowFragment;
export type CallEvent = Call['events'][number];

export const callStates = ['MISSED', 'ANSWERED', 'REQUESTED', 'REOPENED', 'CLOSED', 'WITHDRAWN'] as const;
/** States in which somebody at the hotline still has to do something. */
export const waitingStates = ['MISSED', 'REOPENED', 'ANSWERED'] as const satisfies readonly CallState[];

/** The address of a call's page. */
export function callPath(id: string): string {
  return `/calls/${encodeURIComponent(id)}`;
}

/** Which calls the log shows: those of some days, both included. */
export interface LogChoice {
  first: string;
  last: string;
  state: CallState | null;
  answeredBy: string | null;
  missed: boolean;
  /** Only those that do not count as done. */
  undone: boolean;
}

/** Reads an address. What it does not say, or says wrongly, does not narrow what is shown; without days it is today's. */
export function readChoice(params: URLSearchParams, today: string): LogChoice {
  const day = (name: string) => (isDay(params.get(name)) ? params.get(name) : null) ?? today;
  const [first, last] = [day('first'), day('last')];
  return {
    ...(first <= last ? { first, last } : { first: last, last: first }),
    state: callStates.find((state) => state === params.get('state')) ?? null,
    answeredBy: params.get('answeredBy'),
    missed: params.get('missed') === '1',
    undone: params.get('undone') === '1',
  };
}

/** The filter that a choice stands for. */
export function filterOf({ first, last, state, answeredBy, missed, undone }: LogChoice, hotline: string): CallFilter {
  return {
    ...{ hotline, called: { first, last }, answeredBy, state: state === null ? null : [state] },
    ...{ missed: missed ? true : null, done: undone ? false : null },
  };
}

/** Whether what is typed is so much of a telephone number that it is worth looking for whose it is. */
export function isTelephone(typed: string): boolean {
  return typed.replace(/\D/g, '').length >= 7;
}

/** The same number in digits, as it is kept of residents. */
export function digitsOf(typed: string): string {
  return typed.replace(/\D/g, '').replace(/^(0086|86)(?=1\d{10}$)/, '');
}

/** Whether it is a whole number: of a mobile telephone, or a fixed one with its area code or of Shanghai. */
export function isWholeTelephone(digits: string): boolean {
  return /^(1[3-9]\d{9}|0\d{9,11}|[2-9]\d{7})$/.test(digits);
}
