import { p } from '@mikro-orm/core';

/** The columns of a table of steps 事件 that are the same of all that is handled step by step. */
export function stepColumns<Step extends string, State extends string>(
  steps: readonly Step[],
  states: readonly State[],
) {
  return {
    /** The number of the step, from 1 on: the `version` after it. */
    seq: p.integer(),
    step: p.enum(steps),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    /** What it was after the step. */
    state: p.enum(states),
    /** What was written with it: why, or what came of it. */
    text: p.text().nullable(),
  };
}
