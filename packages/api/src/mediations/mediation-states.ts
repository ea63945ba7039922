/** What a mediation is: under way, agreed, its agreement kept, or ended without one. */
export const mediationStates = ['OPEN', 'AGREED', 'KEPT', 'NOT_AGREED', 'BROKEN_OFF', 'REFERRED'] as const;
export type MediationState = (typeof mediationStates)[number];

/** What can be done with a mediation. */
export const mediationSteps = [
  'BEGIN',
  'NAME_MEDIATORS',
  'ADD_PARTIES',
  'RELEASE_PARTIES',
  'TALK',
  'AGREE',
  'END',
  'CHECK',
  'RESUME',
] as const;
export type MediationStep = (typeof mediationSteps)[number];

/** How a mediation can end without an agreement. */
export const mediationEnds = ['NOT_AGREED', 'BROKEN_OFF', 'REFERRED'] as const satisfies readonly MediationState[];
export type MediationEnd = (typeof mediationEnds)[number];

/** What was found when it was looked at whether an agreement is kept. */
export const keepings = ['KEPT', 'NOT_YET', 'BROKEN'] as const;
export type Keeping = (typeof keepings)[number];

/** That a step leads from some states to another one. All take `mediation:record` where the mediation is held. */
export interface MediationTransition {
  step: MediationStep;
  /** Empty for the step with which a mediation begins. */
  from: readonly MediationState[];
  /** Null where the state stays. */
  to: MediationState | null;
  /** For a check: what was found with which it leads there. */
  keeping?: Keeping;
}

/** Every transition that there is: the whole answer to "what may become of a mediation?" */
export const mediationTransitions: readonly MediationTransition[] = [
  { step: 'BEGIN', from: [], to: 'OPEN' },
  { step: 'NAME_MEDIATORS', from: ['OPEN'], to: null },
  { step: 'ADD_PARTIES', from: ['OPEN'], to: null },
  { step: 'RELEASE_PARTIES', from: ['OPEN'], to: null },
  { step: 'TALK', from: ['OPEN'], to: null },
  { step: 'AGREE', from: ['OPEN'], to: 'AGREED' },
  { step: 'END', from: ['OPEN'], to: 'NOT_AGREED' },
  { step: 'END', from: ['OPEN'], to: 'BROKEN_OFF' },
  { step: 'END', from: ['OPEN', 'NOT_AGREED'], to: 'REFERRED' },
  { step: 'CHECK', from: ['AGREED'], to: 'KEPT', keeping: 'KEPT' },
  { step: 'CHECK', from: ['AGREED'], to: null, keeping: 'NOT_YET' },
  { step: 'CHECK', from: ['AGREED'], to: 'OPEN', keeping: 'BROKEN' },
  { step: 'RESUME', from: ['NOT_AGREED', 'BROKEN_OFF'], to: 'OPEN' },
];

/** What tells transitions of one step apart. */
export interface Found {
  end?: MediationEnd;
  keeping?: Keeping;
}

/** The transition that a step makes from a state; undefined where it makes none. */
export function mediationTransition(
  state: MediationState,
  step: MediationStep,
  { end, keeping }: Found = {},
): MediationTransition | undefined {
  return mediationTransitions.find(
    (each) =>
      each.step === step &&
      each.from.includes(state) &&
      (end === undefined || each.to === end) &&
      (keeping === undefined || each.keeping === keeping),
  );
}
