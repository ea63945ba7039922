/** What is counted of the operations of an application. Each is in `operations`, and in at most one of the next three. */
export interface Counts {
  operations: number;
  /** Answered with an error that was no refusal by a limit. */
  errors: number;
  /** Refused for want of points. */
  overBudget: number;
  /** Refused because it went beyond another limit. */
  overLimit: number;
  /** Points: what operations that were let in could cost at the most, and what they did. */
  asked: number;
  used: number;
}

/** Counts of nothing. */
export const noCounts: Readonly<Counts> = { operations: 0, errors: 0, overBudget: 0, overLimit: 0, asked: 0, used: 0 };

/** Two counts together. */
export function sumOf(one: Readonly<Counts>, other: Readonly<Counts>): Counts {
  return {
    operations: one.operations + other.operations,
    errors: one.errors + other.errors,
    overBudget: one.overBudget + other.overBudget,
    overLimit: one.overLimit + other.overLimit,
    asked: one.asked + other.asked,
    used: one.used + other.used,
  };
}
