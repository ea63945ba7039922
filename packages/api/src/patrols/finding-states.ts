/** What a patrol brings up: a problem 问题, or a suggestion 建议. */
export const findingKinds = ['PROBLEM', 'SUGGESTION'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What has become of it: nothing yet, acted on, raised as a request, passed to a party outside, or not adopted. */
export const findingStates = ['OPEN', 'ACTED_ON', 'REQUESTED', 'PASSED_ON', 'NOT_ADOPTED'] as const;
export type FindingState = (typeof findingStates)[number];

/** What can be done with it. */
export const findingSteps = ['RECORD', 'CORRECT', 'ACT', 'RAISE', 'PASS_ON', 'DECLINE', 'FOLLOW_UP', 'REOPEN'] as const;
export type FindingStep = (typeof findingSteps)[number];

/** That a step leads from some states to another one. All take `patrol:record` where the patrol was made. */
export interface FindingTransition {
  step: FindingStep;
  /** Empty for the step with which it begins. */
  from: readonly FindingState[];
  /** Null where the state stays. */
  to: FindingState | null;
}

/** Every transition that there is: the whole answer to "what may become of what a patrol found?" */
export const findingTransitions: readonly FindingTransition[] = [
  { step: 'RECORD', from: [], to: 'OPEN' },
  { step: 'CORRECT', from: findingStates, to: null },
  { step: 'ACT', from: ['OPEN', 'PASSED_ON'], to: 'ACTED_ON' },
  { step: 'RAISE', from: ['OPEN', 'PASSED_ON'], to: 'REQUESTED' },
  { step: 'PASS_ON', from: ['OPEN', 'PASSED_ON'], to: 'PASSED_ON' },
  { step: 'DECLINE', from: ['OPEN', 'PASSED_ON'], to: 'NOT_ADOPTED' },
  { step: 'FOLLOW_UP', from: findingStates, to: null },
  // Once it is a request, its fate is the request's: it is open again only where that was withdrawn.
  { step: 'REOPEN', from: ['ACTED_ON', 'REQUESTED', 'NOT_ADOPTED'], to: 'OPEN' },
];

/** The transition that a step makes from a state; undefined where it makes none. */
export function findingTransition(state: FindingState, step: FindingStep): FindingTransition | undefined {
  return findingTransitions.find((each) => each.step === step && each.from.includes(state));
}
