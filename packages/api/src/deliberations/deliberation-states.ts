/** What a deliberation is. Nobody closes a vote: CLOSED is what its clock makes of VOTING. */
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
export type DeliberationState = (typeof deliberationStates)[number];

/** What can be done with a deliberation as a whole. */
export const deliberationSteps = [
  'PROPOSE',
  'REVISE',
  'ADD_VOTERS',
  'LEAVE_OUT',
  'MEET',
  'OPEN',
  'DECIDE',
  'BEGIN_WORK',
  'REPORT',
  'FINISH',
  'CHECK',
  'CALL_OFF',
] as const;
export type DeliberationStep = (typeof deliberationSteps)[number];

/** Who votes: the households of its unit, one vote each, or people of the town who are named. */
export const electorates = ['HOUSEHOLDS', 'PEOPLE'] as const;
export type Electorate = (typeof electorates)[number];

export const voteChoices = ['FOR', 'AGAINST', 'ABSTAINED'] as const;
export type VoteChoice = (typeof voteChoices)[number];

/** Of whom a threshold is a part: all who may vote, or those who did. */
export const thresholdBases = ['ALL', 'VOTING'] as const;
export type ThresholdBase = (typeof thresholdBases)[number];

export const meetingKinds = ['RESIDENTS', 'PARTY'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** How somebody talked with who objected. */
export const talkWays = ['AT_HOME', 'TELEPHONE', 'MEETING', 'IN_WRITING'] as const;
export type TalkWay = (typeof talkWays)[number];

/** What who objected said to an answer. */
export const objectorReplies = ['SATISFIED', 'MAINTAINED', 'WITHDRAWN'] as const;
export type ObjectorReply = (typeof objectorReplies)[number];

/** That a step leads from some states to another one. */
export interface DeliberationTransition {
  step: DeliberationStep;
  /** Empty for the step with which a deliberation begins. */
  from: readonly DeliberationState[];
  /** The states of which it leads to one; none where it stays. Which of several, only the rule says. */
  to: readonly DeliberationState[];
}

const beforeDecision = ['PREPARED', 'VOTING', 'CLOSED'] as const satisfies readonly DeliberationState[];

/** Every transition that there is: the whole answer to "what may become of a deliberation?" */
export const deliberationTransitions: readonly DeliberationTransition[] = [
  { step: 'PROPOSE', from: [], to: ['PREPARED'] },
  { step: 'REVISE', from: ['PREPARED'], to: [] },
  { step: 'ADD_VOTERS', from: ['PREPARED'], to: [] },
  { step: 'LEAVE_OUT', from: ['PREPARED'], to: [] },
  { step: 'MEET', from: [...beforeDecision, 'PASSED', 'REJECTED', 'IN_WORK'], to: [] },
  { step: 'OPEN', from: ['PREPARED'], to: ['VOTING'] },
  { step: 'DECIDE', from: ['CLOSED'], to: ['PASSED', 'REJECTED'] },
  { step: 'BEGIN_WORK', from: ['PASSED'], to: ['IN_WORK'] },
  { step: 'REPORT', from: ['IN_WORK'], to: [] },
  { step: 'FINISH', from: ['IN_WORK'], to: ['DONE'] },
  { step: 'CHECK', from: ['DONE'], to: [] },
  { step: 'CALL_OFF', from: [...beforeDecision, 'PASSED'], to: ['CALLED_OFF'] },
];

/** The states in which somebody may still object, or answer who does: until the work begins. */
export const objectingStates: readonly DeliberationState[] = ['VOTING', 'CLOSED', 'PASSED', 'REJECTED'];

/** What a deliberation is at a moment: a vote whose time is over is closed. */
export function stateAt(
  { state, closes_at }: { state: DeliberationState; closes_at: Date | null },
  moment: Date,
): DeliberationState {
  return state === 'VOTING' && closes_at !== null && closes_at <= moment ? 'CLOSED' : state;
}

/** The transition that a step makes from a state; undefined where it makes none. */
export function deliberationTransition(
  state: DeliberationState,
  step: DeliberationStep,
): DeliberationTransition | undefined {
  return deliberationTransitions.find((each) => each.step === step && each.from.includes(state));
}
