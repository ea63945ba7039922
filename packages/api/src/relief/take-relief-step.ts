import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { dayOfStep } from '../handling/day-of-step.ts';
import { stepRow } from '../handling/step-row.ts';
import { reachesHousehold } from '../households/find-household.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requireVersion } from '../units/find-unit.ts';
import { type ApplicationRow, selectApplications } from './application-rows.ts';
import { mayTake, personOf, requireAnother } from './relief-reach.ts';
import { type ReliefState, type ReliefStep, reliefTransition } from './relief-states.ts';

/** What the input of every step has. */
export interface ReliefStepAsked {
  reliefApplication: string;
  on?: string | null;
  expectedVersion?: number | null;
}

/** What a step leads to where that is not what the table says, what money it moved, and what was written with it. */
interface Brought {
  state?: ReliefState;
  amount?: number;
  text?: string | undefined;
}

/**
 * Takes a step with the application that an input names, as `work` answers it. The application is held for it: of two at
 * once the second finds what the first has made of it. Returns its id in the town.
 * Errors: NOT_FOUND on input.reliefApplication, also where the actor may not take the step with it; CONFLICT on
 * input.expectedVersion, or on input.reliefApplication where it is in no state for the step, or an approval is to be by
 * somebody else; FORBIDDEN for an approval by an application of others; BAD_INPUT on input.on ahead or before the last step;
 * those of `work`.
 */
export async function takeReliefStep(
  desk: Desk,
  actor: Actor,
  input: ReliefStepAsked,
  step: ReliefStep,
  work: (row: ApplicationRow, on: string) => Brought | Promise<Brought>,
): Promise<string> {
  const row = await selectApplications(desk)
    .where('r.town_id', '=', desk.town)
    .where('r.id', '=', requireIdIn(desk.town, input.reliefApplication, 'ReliefApplication', 'input.reliefApplication'))
    .forUpdate('r')
    .executeTakeFirst();
  const household = { townId: desk.town, uuid: row?.household_id ?? '' };
  if (!row || !(await reachesHousehold(desk, actor, 'relief:read', household))) {
    throw notFound('input.reliefApplication');
  }
  const transition = reliefTransition(row.state, step);
  // Where the state takes no such step, whoever sees the application may know.
  if (transition && !(await mayTake(desk, actor, transition, row.household_id))) {
    throw notFound('input.reliefApplication');
  }
  requireVersion(row, input.expectedVersion);
  if (!transition) throw conflict('reliefStepNotNow', 'input.reliefApplication');
  if (transition.approves) await requireAnother(desk, actor, row.id);
  const on = await dayOfStep(desk, 'relief', row.id, input.on);
  const { state = transition.to, amount, text } = await work(row, on);
  const after = { id: row.id, state, version: row.version + 1 };
  await writeReliefEvent(desk, actor, after, step, on, { amount, text });
  await desk.db
    .updateTable('relief_application')
    .set({ state, version: after.version })
    .where('town_id', '=', desk.town)
    .where('id', '=', row.id)
    .execute();
  return row.id;
}

/** Writes the event of a step, with what the application was after it. One statement. */
export async function writeReliefEvent(
  desk: Desk,
  actor: Actor,
  after: { id: string; state: ReliefState; version: number },
  step: ReliefStep,
  on: string,
  { amount, text }: { amount?: number | undefined; text?: string | undefined } = {},
): Promise<void> {
  await desk.db
    .insertInto('relief_event')
    .values({
      ...stepRow(desk, actor, step, after, text),
      ...{ application_id: after.id, happened_on: on, person_id: personOf(desk, actor) },
      amount: amount ?? null,
    })
    .execute();
}
