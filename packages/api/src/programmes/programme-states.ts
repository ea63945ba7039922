/** What a programme is about, by how it goes. */
export const programmeKinds = [
  'DELIVERY',
  'COURSE',
  'EVENT',
  'HEALTH_CHECK',
  'CONTEST',
  'CONDOLENCE',
  'TRAINING',
] as const;
export type ProgrammeKind = (typeof programmeKinds)[number];

/** Who takes part in a programme: one by one, by household, or in teams that compete. */
export const programmeTakers = ['RESIDENT', 'HOUSEHOLD', 'TEAM'] as const;
export type ProgrammeTakers = (typeof programmeTakers)[number];

/** What a programme is: planned, open to enrol in, full or under way, over, or called off. */
export const programmeStates = ['PLANNED', 'OPEN', 'CLOSED', 'FINISHED', 'CANCELLED'] as const;
export type ProgrammeState = (typeof programmeStates)[number];

/** What can be done with a programme. */
export const programmeSteps = [
  'PLAN',
  'REVISE',
  'SCHEDULE',
  'RESCHEDULE',
  'CALL_OFF',
  'OPEN',
  'CLOSE',
  'FINISH',
  'CANCEL',
] as const;
export type ProgrammeStep = (typeof programmeSteps)[number];

/** That a step leads from some states to another one. All take `programme:manage` where the programme is held. */
export interface ProgrammeTransition {
  step: ProgrammeStep;
  /** Empty for the step with which a programme begins. */
  from: readonly ProgrammeState[];
  /** Null where the state stays. */
  to: ProgrammeState | null;
}

/** The states in which a programme is neither over nor called off. */
export const liveStates = ['PLANNED', 'OPEN', 'CLOSED'] as const satisfies readonly ProgrammeState[];

/** Every transition that there is: the whole answer to "what may become of a programme?" */
export const programmeTransitions: readonly ProgrammeTransition[] = [
  { step: 'PLAN', from: [], to: 'PLANNED' },
  { step: 'REVISE', from: liveStates, to: null },
  { step: 'SCHEDULE', from: liveStates, to: null },
  { step: 'RESCHEDULE', from: liveStates, to: null },
  { step: 'CALL_OFF', from: liveStates, to: null },
  { step: 'OPEN', from: ['PLANNED', 'CLOSED'], to: 'OPEN' },
  { step: 'CLOSE', from: ['OPEN'], to: 'CLOSED' },
  { step: 'FINISH', from: ['OPEN', 'CLOSED'], to: 'FINISHED' },
  { step: 'CANCEL', from: liveStates, to: 'CANCELLED' },
];

/** The transition that a step makes from a state; undefined where it makes none. */
export function programmeTransition(state: ProgrammeState, step: ProgrammeStep): ProgrammeTransition | undefined {
  return programmeTransitions.find((each) => each.step === step && each.from.includes(state));
}

/** What is known of whether somebody came to a session. */
export const attendanceStates = ['UNRECORDED', 'ATTENDED', 'ABSENT'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** What an enrolment is: with a place, waiting for one, or taken back. */
export const enrolmentStates = ['ENROLLED', 'WAITING', 'WITHDRAWN'] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];
