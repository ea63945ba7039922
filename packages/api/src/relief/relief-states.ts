import type { Permission } from '../access/permissions.ts';

/** What an application for relief is: to be looked at, looked at, granted, paid, or none of it. */
export const reliefStates = ['SUBMITTED', 'ENDORSED', 'APPROVED', 'PAID', 'REFUSED', 'WITHDRAWN', 'CANCELLED'] as const;
export type ReliefState = (typeof reliefStates)[number];

/** What can be done with an application. */
export const reliefSteps = ['APPLY', 'ENDORSE', 'APPROVE', 'REFUSE', 'WITHDRAW', 'PAY', 'CANCEL'] as const;
export type ReliefStep = (typeof reliefSteps)[number];

/** How a grant reaches a household: onto a bank card, in cash, or as goods. */
export const payWays = ['BANK_CARD', 'CASH', 'GOODS'] as const;
export type PayWay = (typeof payWays)[number];

/** That a step leads from some states to another one. */
export interface ReliefTransition {
  step: ReliefStep;
  /** Empty for the step with which an application begins. */
  from: readonly ReliefState[];
  to: ReliefState;
  /** It must reach the household. */
  permission: Permission;
  /** Whether it is one of the two approvals, which are of different people, none of whom recorded the application. */
  approves?: true;
}

/** The states in which relief was neither granted nor is it asked for any more. */
export const emptyStates: readonly ReliefState[] = ['REFUSED', 'WITHDRAWN', 'CANCELLED'];

/** Every transition that there is: the whole answer to "what may become of an application?" */
export const reliefTransitions: readonly ReliefTransition[] = [
  { step: 'APPLY', from: [], to: 'SUBMITTED', permission: 'relief:apply' },
  { step: 'ENDORSE', from: ['SUBMITTED'], to: 'ENDORSED', permission: 'relief:endorse', approves: true },
  { step: 'APPROVE', from: ['ENDORSED'], to: 'APPROVED', permission: 'relief:approve', approves: true },
  { step: 'REFUSE', from: ['SUBMITTED'], to: 'REFUSED', permission: 'relief:endorse' },
  { step: 'REFUSE', from: ['ENDORSED'], to: 'REFUSED', permission: 'relief:approve' },
  { step: 'WITHDRAW', from: ['SUBMITTED', 'ENDORSED'], to: 'WITHDRAWN', permission: 'relief:apply' },
  { step: 'PAY', from: ['APPROVED'], to: 'PAID', permission: 'relief:pay' },
  { step: 'CANCEL', from: ['APPROVED'], to: 'CANCELLED', permission: 'relief:approve' },
];

/** The transition that a step makes from a state; undefined where it makes none. */
export function reliefTransition(state: ReliefState, step: ReliefStep): ReliefTransition | undefined {
  return reliefTransitions.find((each) => each.step === step && each.from.includes(state));
}
