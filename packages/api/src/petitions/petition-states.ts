import type { Permission } from '../access/permissions.ts';

/** How a petition was received: on paper 来信, on the web 网上, in person 来访. */
export const petitionWays = ['PAPER', 'WEB', 'IN_PERSON'] as const;
export type PetitionWay = (typeof petitionWays)[number];

/**
 * Classes of petitions: suggestions and opinions 建议意见, accusations 检举控告, claims for which somebody seeks a decision
 * 申诉求决, as 信访工作条例 (Regulations on Petition Work, in force since 1 May 2022), arts. 29 to 31, tells them apart.
 */
export const petitionClasses = ['SUGGESTION', 'ACCUSATION', 'CLAIM'] as const;
export type PetitionClass = (typeof petitionClasses)[number];

/** What a petition is: waiting, accepted, not accepted, answered, closed, or withdrawn. */
export const petitionStates = ['RECEIVED', 'ACCEPTED', 'DECLINED', 'ANSWERED', 'CLOSED', 'WITHDRAWN'] as const;
export type PetitionState = (typeof petitionStates)[number];

/** What can be done with a petition. */
export const petitionSteps = [
  'RECEIVE',
  'ADD_PETITIONERS',
  'CHOOSE_REPRESENTATIVES',
  'ACCEPT',
  'DECLINE',
  'TRANSFER',
  'FORM_GROUP',
  'MEET',
  'RAISE_REQUEST',
  'EXTEND',
  'ANSWER',
  'CLOSE',
  'WITHDRAW',
] as const;
export type PetitionStep = (typeof petitionSteps)[number];

/** How a petition ended: settled 化解, not settled, or sent up for a review 复查 (art. 35). */
export const petitionOutcomes = ['SETTLED', 'NOT_SETTLED', 'REVIEW'] as const;
export type PetitionOutcome = (typeof petitionOutcomes)[number];

/** That a step leads from some states to another one. */
export interface PetitionTransition {
  step: PetitionStep;
  /** Empty for the step with which a petition begins. */
  from: readonly PetitionState[];
  /** Null where the state stays. */
  to: PetitionState | null;
  /** It must reach the unit that the petition is with, or the town. */
  permission: Permission;
}

/** States in which a deadline runs. */
const openPetitions = ['RECEIVED', 'ACCEPTED'] as const satisfies readonly PetitionState[];
const underWay = ['RECEIVED', 'ACCEPTED', 'ANSWERED'] as const;

/** Every transition that there is: the whole answer to "what may become of a petition?" */
export const petitionTransitions: readonly PetitionTransition[] = [
  { step: 'RECEIVE', from: [], to: 'RECEIVED', permission: 'petition:record' },
  { step: 'ADD_PETITIONERS', from: openPetitions, to: null, permission: 'petition:record' },
  { step: 'CHOOSE_REPRESENTATIVES', from: openPetitions, to: null, permission: 'petition:record' },
  { step: 'ACCEPT', from: openPetitions, to: 'ACCEPTED', permission: 'petition:handle' },
  { step: 'DECLINE', from: ['RECEIVED'], to: 'DECLINED', permission: 'petition:handle' },
  { step: 'TRANSFER', from: openPetitions, to: null, permission: 'petition:handle' },
  { step: 'FORM_GROUP', from: openPetitions, to: null, permission: 'petition:handle' },
  { step: 'MEET', from: underWay, to: null, permission: 'petition:handle' },
  { step: 'RAISE_REQUEST', from: underWay, to: null, permission: 'petition:handle' },
  // An extension takes the consent of whoever is in charge (art. 34).
  { step: 'EXTEND', from: ['ACCEPTED'], to: null, permission: 'petition:extend' },
  { step: 'ANSWER', from: ['ACCEPTED'], to: 'ANSWERED', permission: 'petition:handle' },
  { step: 'CLOSE', from: ['ANSWERED'], to: 'CLOSED', permission: 'petition:handle' },
  { step: 'WITHDRAW', from: openPetitions, to: 'WITHDRAWN', permission: 'petition:record' },
];

/** The transition that a step makes from a state; undefined where it makes none. */
export function petitionTransition(state: PetitionState, step: PetitionStep): PetitionTransition | undefined {
  return petitionTransitions.find((each) => each.step === step && each.from.includes(state));
}
