import type { Permission } from '../access/permissions.ts';

/** What a project is: proposed, adopted as one of its year's, done, or not adopted, or given up. */
export const projectStates = ['PROPOSED', 'ADOPTED', 'COMPLETED', 'REJECTED', 'DROPPED'] as const;
export type ProjectState = (typeof projectStates)[number];

/** What can be done with a project. */
export const projectSteps = [
  'PROPOSE',
  'REVISE',
  'LINK',
  'UNLINK',
  'ADOPT',
  'REJECT',
  'REPORT',
  'COMPLETE',
  'DROP',
] as const;
export type ProjectStep = (typeof projectSteps)[number];

/** That a step leads from some states to another one. */
export interface ProjectTransition {
  step: ProjectStep;
  /** Empty for the step with which a project begins. */
  from: readonly ProjectState[];
  /** Null where the state stays. */
  to: ProjectState | null;
  /** It must reach every unit of the project, or, where it has none, the town. */
  permission: Permission;
}

const live = ['PROPOSED', 'ADOPTED'] as const satisfies readonly ProjectState[];

/** The states in which a project ended without having been done: its requests are free again. */
export const endedStates: readonly ProjectState[] = ['REJECTED', 'DROPPED'];

/** Every transition that there is: the whole answer to "what may become of a project?" */
export const projectTransitions: readonly ProjectTransition[] = [
  { step: 'PROPOSE', from: [], to: 'PROPOSED', permission: 'project:propose' },
  { step: 'REVISE', from: ['PROPOSED'], to: null, permission: 'project:propose' },
  { step: 'LINK', from: live, to: null, permission: 'project:propose' },
  { step: 'UNLINK', from: live, to: null, permission: 'project:propose' },
  { step: 'ADOPT', from: ['PROPOSED'], to: 'ADOPTED', permission: 'project:decide' },
  { step: 'REJECT', from: ['PROPOSED'], to: 'REJECTED', permission: 'project:decide' },
  { step: 'REPORT', from: ['ADOPTED'], to: null, permission: 'project:propose' },
  { step: 'COMPLETE', from: ['ADOPTED'], to: 'COMPLETED', permission: 'project:decide' },
  { step: 'DROP', from: ['ADOPTED'], to: 'DROPPED', permission: 'project:decide' },
];

/** The transition that a step makes from a state; undefined where it makes none. */
export function projectTransition(state: ProjectState, step: ProjectStep): ProjectTransition | undefined {
  return projectTransitions.find((each) => each.step === step && each.from.includes(state));
}
