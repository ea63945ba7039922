import type { Permission } from '../access/permissions.ts';

/** What a request is: waiting, held, with a party outside, handled, closed, or withdrawn. */
export const requestStates = ['RAISED', 'ACCEPTED', 'REFERRED', 'HANDLED', 'CLOSED', 'WITHDRAWN'] as const;
export type RequestState = (typeof requestStates)[number];

/** What can be done with a request. */
export const requestSteps = [
  'RAISE',
  'ACCEPT',
  'CLASSIFY',
  'ESCALATE',
  'RETURN',
  'REFER',
  'NOTE_ANSWER',
  'ADD_EVIDENCE',
  'ADD_PHOTOS',
  'ADD_HOUSEHOLDS',
  'HANDLE',
  'FOLLOW_UP',
  'WITHDRAW',
] as const;
export type RequestStep = (typeof requestSteps)[number];

/** What somebody said at a follow-up 回访. */
export const satisfactions = ['SATISFIED', 'FAIRLY', 'DISSATISFIED'] as const;
export type Satisfaction = (typeof satisfactions)[number];

/** States in which somebody still has to do something about the matter. */
export const openStates = ['RAISED', 'ACCEPTED', 'REFERRED'] as const satisfies readonly RequestState[];

/** That a step leads from some states to another one. */
export interface Transition {
  step: RequestStep;
  /** Empty for the step with which a request begins. */
  from: readonly RequestState[];
  /** Null where the state stays. */
  to: RequestState | null;
  /** For a follow-up: the answers with which it leads there. */
  satisfaction?: readonly Satisfaction[];
  /** Whether it may be taken only as long as the request was never referred to a party outside or handled. */
  untouched?: true;
  permission: Permission;
  /** Where the permission is judged: at the unit of the request's level, or where the request stands. */
  at: 'LEVEL' | 'STANDING';
}

/** Every transition that there is: the whole answer to "what may become of a request?" */
export const transitions: readonly Transition[] = [
  { step: 'RAISE', from: [], to: 'RAISED', permission: 'request:raise', at: 'STANDING' },
  { step: 'ACCEPT', from: ['RAISED', 'ACCEPTED'], to: 'ACCEPTED', permission: 'request:handle', at: 'LEVEL' },
  { step: 'CLASSIFY', from: openStates, to: null, permission: 'request:classify', at: 'STANDING' },
  { step: 'ESCALATE', from: ['RAISED', 'ACCEPTED'], to: 'RAISED', permission: 'request:handle', at: 'LEVEL' },
  { step: 'RETURN', from: ['RAISED', 'ACCEPTED'], to: 'RAISED', permission: 'request:handle', at: 'LEVEL' },
  { step: 'REFER', from: ['ACCEPTED'], to: 'REFERRED', permission: 'request:handle', at: 'LEVEL' },
  { step: 'NOTE_ANSWER', from: ['REFERRED'], to: 'ACCEPTED', permission: 'request:handle', at: 'LEVEL' },
  { step: 'ADD_EVIDENCE', from: openStates, to: null, permission: 'request:handle', at: 'STANDING' },
  // What was done can still be shown when it is looked at.
  { step: 'ADD_PHOTOS', from: [...openStates, 'HANDLED'], to: null, permission: 'request:raise', at: 'STANDING' },
  { step: 'ADD_HOUSEHOLDS', from: openStates, to: null, permission: 'request:raise', at: 'STANDING' },
  { step: 'HANDLE', from: ['ACCEPTED'], to: 'HANDLED', permission: 'request:handle', at: 'LEVEL' },
  {
    step: 'FOLLOW_UP',
    from: ['HANDLED'],
    to: 'CLOSED',
    satisfaction: ['SATISFIED', 'FAIRLY'],
    permission: 'request:follow-up',
    at: 'STANDING',
  },
  {
    step: 'FOLLOW_UP',
    from: ['HANDLED'],
    to: 'ACCEPTED',
    satisfaction: ['DISSATISFIED'],
    permission: 'request:follow-up',
    at: 'STANDING',
  },
  // For what was raised in error or taken back: once something was done, what came of it is counted, however it ended.
  {
    step: 'WITHDRAW',
    from: ['RAISED', 'ACCEPTED'],
    to: 'WITHDRAWN',
    untouched: true,
    permission: 'request:raise',
    at: 'STANDING',
  },
];

/** The transition that a step makes from a state; undefined where it makes none. */
export function transitionFrom(
  state: RequestState,
  step: RequestStep,
  satisfaction: Satisfaction | null = null,
): Transition | undefined {
  return transitions.find(
    (each) =>
      each.step === step &&
      each.from.includes(state) &&
      (!each.satisfaction || satisfaction === null || each.satisfaction.includes(satisfaction)),
  );
}
