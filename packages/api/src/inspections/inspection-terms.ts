/** Kinds of places that are inspected. */
export const placeKinds = [
  'INTERNET_CAFE',
  'GAME_ARCADE',
  'SONG_AND_DANCE',
  'LODGING',
  'BATHHOUSE',
  'CATERING',
  'SHOP',
  'MARKET',
  'WORKSHOP',
  'BUILDING_SITE',
  'SCHOOL_SURROUNDINGS',
  'OTHER',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** What a finding is about. */
export const findingKinds = [
  'MINORS',
  'IDENTITY',
  'HOURS',
  'LICENCE',
  'CONTENT',
  'FIRE_SAFETY',
  'HYGIENE',
  'ORDER',
  'OTHER',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What has become of a finding: nothing yet, mended, or raised as a request. */
export const findingStates = ['OPEN', 'MENDED', 'REQUESTED'] as const;
export type FindingState = (typeof findingStates)[number];

/** What can be done with a finding. */
export const findingSteps = ['RECORD', 'CORRECT', 'FOLLOW_UP', 'MEND', 'RAISE', 'REOPEN'] as const;
export type FindingStep = (typeof findingSteps)[number];

/** That a step leads from some states to another one. All take `inspection:record` where the place lies. */
interface FindingTransition {
  step: FindingStep;
  /** Empty for the step with which it begins. */
  from: readonly FindingState[];
  /** Null where the state stays. */
  to: FindingState | null;
}

/** Every transition that there is: the whole answer to "what may become of a finding?" */
export const findingTransitions: readonly FindingTransition[] = [
  { step: 'RECORD', from: [], to: 'OPEN' },
  { step: 'CORRECT', from: findingStates, to: null },
  { step: 'FOLLOW_UP', from: findingStates, to: null },
  { step: 'MEND', from: ['OPEN'], to: 'MENDED' },
  { step: 'RAISE', from: ['OPEN'], to: 'REQUESTED' },
  // Once it is a request, its fate is the request's: it is open again only where that was withdrawn.
  { step: 'REOPEN', from: ['MENDED', 'REQUESTED'], to: 'OPEN' },
];

/** The transition that a step makes from a state; undefined where it makes none. */
export function findingTransition(state: FindingState, step: FindingStep): FindingTransition | undefined {
  return findingTransitions.find((each) => each.step === step && each.from.includes(state));
}
