import { type Satisfaction, satisfactions } from '../handling/transitions.ts';

/** What a call is: missed, answered, passed on as requests, to be answered again, closed by a follow-up, or withdrawn. */
export const callStates = ['MISSED', 'ANSWERED', 'REQUESTED', 'REOPENED', 'CLOSED', 'WITHDRAWN'] as const;
export type CallState = (typeof callStates)[number];

/** What can be done with a call. */
export const callSteps = ['TAKE', 'MISS', 'TRY', 'ANSWER', 'FOLLOW_UP', 'REVISE', 'WITHDRAW'] as const;
export type CallStep = (typeof callSteps)[number];

/** That a step leads from some states to another one. All take `call:record` at the hotline. */
export interface CallTransition {
  step: CallStep;
  /** Empty for the steps with which a call begins. */
  from: readonly CallState[];
  /** Null where the state stays. */
  to: CallState | null;
  /** For a follow-up: the answers with which it leads there. */
  satisfaction?: readonly Satisfaction[];
  /** Whether it may be taken only as long as the call was never followed up. */
  notFollowedUp?: true;
}

const standing = ['MISSED', 'ANSWERED', 'REQUESTED', 'REOPENED', 'CLOSED'] as const satisfies readonly CallState[];
const contented = satisfactions.filter((each) => each !== 'DISSATISFIED');

/** What a call is now; `satisfaction` is null as long as it was never followed up. */
interface CallNow {
  state: CallState;
  satisfaction: Satisfaction | null;
}

/** Every transition that there is: the whole answer to "what may become of a call?" */
export const callTransitions: readonly CallTransition[] = [
  { step: 'TAKE', from: [], to: 'ANSWERED' },
  { step: 'TAKE', from: [], to: 'REQUESTED' },
  { step: 'MISS', from: [], to: 'MISSED' },
  { step: 'TRY', from: ['MISSED', 'ANSWERED', 'REOPENED'], to: null },
  { step: 'ANSWER', from: ['MISSED', 'REOPENED', 'REQUESTED'], to: 'ANSWERED' },
  { step: 'ANSWER', from: ['MISSED', 'REOPENED', 'REQUESTED'], to: 'REQUESTED' },
  { step: 'FOLLOW_UP', from: ['ANSWERED'], to: 'CLOSED', satisfaction: contented },
  { step: 'FOLLOW_UP', from: ['ANSWERED'], to: 'REOPENED', satisfaction: ['DISSATISFIED'] },
  { step: 'REVISE', from: standing, to: null },
  // For what never was or was recorded twice: what a caller said at a follow-up is counted, however the call ends.
  { step: 'WITHDRAW', from: ['MISSED', 'ANSWERED', 'REQUESTED'], to: 'WITHDRAWN', notFollowedUp: true },
];

/** Whether a call may take a step as it is now. */
export function mayTake({ state, satisfaction }: CallNow, step: CallStep): boolean {
  return callTransitions.some(
    (each) => each.step === step && each.from.includes(state) && !(each.notFollowedUp && satisfaction !== null),
  );
}
