import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { dayOfStep } from '../handling/day-of-step.ts';
import { stepRow } from '../handling/step-row.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requireVersion } from '../units/find-unit.ts';
import { reachesUnit } from './deliberation-reach.ts';
import type { DeliberationRow } from './deliberation-rows.ts';
import { type DeliberationStep, deliberationTransition } from './deliberation-states.ts';
import { type HeldDeliberation, holdDeliberation } from './hold-deliberation.ts';

/** What the input of every step has. */
export interface DeliberationStepAsked {
  deliberation: string;
  on?: string | null;
  expectedVersion?: number | null;
}

/** What steps change of a deliberation. */
type Changing =
  | 'question'
  | 'description'
  | 'rule_id'
  | 'rule_version_id'
  | 'opened_at'
  | 'closes_at'
  | 'decided_on'
  | 'passed';

/** What a step changes, and what its event tells. */
interface Brought {
  changes?: Partial<Pick<DeliberationRow, Changing>>;
  /** Which of several states it leads to. */
  state?: DeliberationRow['state'];
  voters?: number;
  text?: string | undefined;
}

const field = 'input.deliberation';

/**
 * Takes a step with the deliberation that an input names, as `work` answers it; `work` is given the deliberation, the day and the number that
 * the step will have. Returns the deliberation's id in the town.
 * Errors: NOT_FOUND on input.deliberation, also where the actor does not manage it; CONFLICT on input.expectedVersion, or on
 * input.deliberation where it is in no state for the step; BAD_INPUT on input.on ahead or before the last step; those of `work`.
 */
export async function takeDeliberationStep(
  desk: Desk,
  actor: Actor,
  input: DeliberationStepAsked,
  step: DeliberationStep,
  work: (row: HeldDeliberation, on: string, seq: number) => Brought | Promise<Brought>,
): Promise<string> {
  const row = await holdDeliberation(
    desk,
    actor,
    requireIdIn(desk.town, input.deliberation, 'Deliberation', field),
    field,
  );
  const transition = deliberationTransition(row.state, step);
  // Where the state takes no such step, whoever sees the deliberation may know.
  if (transition && !(await reachesUnit(desk, actor, 'deliberation:manage', desk.town, row.block_id))) {
    throw notFound(field);
  }
  requireVersion(row, input.expectedVersion);
  if (!transition) throw conflict(row.state === 'VOTING' ? 'deliberationVoting' : 'deliberationStepNotNow', field);
  const on = await dayOfStep(desk, 'deliberation', [row.id], input.on);
  const { changes, state, voters, text } = await work(row, on, row.version + 1);
  const after = { ...row, ...changes, state: state ?? transition.to[0] ?? row.state, version: row.version + 1 };
  await writeDeliberationEvent(desk, actor, after, step, on, { voters, text });
  await desk.db
    .updateTable('deliberation')
    .set({ ...changes, state: after.state, version: after.version })
    .where('town_id', '=', desk.town)
    .where('id', '=', row.id)
    .execute();
  return row.id;
}

/** Writes the event of a step, with what the deliberation was after it. One statement. */
export async function writeDeliberationEvent(
  desk: Desk,
  actor: Actor,
  after: DeliberationRow,
  step: DeliberationStep,
  on: string,
  { voters, text }: { voters?: number | undefined; text?: string | undefined },
): Promise<void> {
  await desk.db
    .insertInto('deliberation_event')
    .values({
      ...stepRow(desk, actor, step, after, text),
      ...{ deliberation_id: after.id, happened_on: on, voters: voters ?? null },
    })
    .execute();
}
