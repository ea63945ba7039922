import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { dayOfStep } from '../handling/day-of-step.ts';
import { stepRow } from '../handling/step-row.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requireVersion } from '../units/find-unit.ts';
import { reachesPetition } from './petition-reach.ts';
import { type PetitionRow, selectPetitions } from './petition-rows.ts';
import { type PetitionStep, petitionTransition } from './petition-states.ts';

/** What the input of every step has. */
export interface PetitionStepAsked {
  petition: string;
  on?: string | null;
  expectedVersion?: number | null;
}

/** What steps change of a petition. */
type Changing =
  | 'class'
  | 'unit_id'
  | 'accused_id'
  | 'people'
  | 'due_on'
  | 'accepted_on'
  | 'extended_by'
  | 'group_formed_on'
  | 'answered_on'
  | 'closed_on'
  | 'outcome'
  | 'holder_id';

/** What a step changes beside the state, and what was written with it. */
interface Brought {
  changes?: Partial<Pick<PetitionRow, Changing>>;
  text?: string | undefined;
}

/**
 * Takes a step with the petition that an input names, as `work` answers it. The petition is held for it: of two at once
 * the second finds what the first has made of it. Returns the petition's id in the town.
 * Errors: NOT_FOUND on input.petition, also where the actor may not take the step with it; CONFLICT on
 * input.expectedVersion, or on input.petition where it is in no state for the step; BAD_INPUT on input.on ahead or before
 * the last step; those of `work`.
 */
export async function takePetitionStep(
  desk: Desk,
  actor: Actor,
  input: PetitionStepAsked,
  step: PetitionStep,
  work: (row: PetitionRow, on: string) => Brought | Promise<Brought>,
): Promise<string> {
  const row = await selectPetitions(desk)
    .where('p.town_id', '=', desk.town)
    .where('p.id', '=', requireIdIn(desk.town, input.petition, 'Petition', 'input.petition'))
    .forUpdate()
    .executeTakeFirst();
  const may = async (permission: Parameters<typeof reachesPetition>[2]) =>
    row !== undefined &&
    (await reachesPetition(desk, actor, permission, {
      ...{ townId: desk.town, unitUuid: row.unit_id, accusedUuid: row.accused_id },
    }));
  if (!row || !(await may('petition:read'))) throw notFound('input.petition');
  const transition = petitionTransition(row.state, step);
  // Where the state takes no such step, whoever sees the petition may know.
  if (transition && !(await may(transition.permission))) throw notFound('input.petition');
  requireVersion(row, input.expectedVersion);
  if (!transition) throw conflict('petitionStepNotNow', 'input.petition');
  const on = await dayOfStep(desk, 'petition', [row.id], input.on);
  const { changes, text } = await work(row, on);
  const after = { ...row, ...changes, state: transition.to ?? row.state, version: row.version + 1 };
  await writePetitionEvent(desk, actor, after, step, on, text);
  await desk.db
    .updateTable('petition')
    .set({ ...changes, state: after.state, version: after.version })
    .where('town_id', '=', desk.town)
    .where('id', '=', row.id)
    .execute();
  return row.id;
}

/** Writes the event of a step, with what the petition was after it. One statement. */
export async function writePetitionEvent(
  desk: Desk,
  actor: Actor,
  after: PetitionRow,
  step: PetitionStep,
  on: string,
  text?: string | undefined,
): Promise<void> {
  await desk.db
    .insertInto('petition_event')
    .values({
      ...stepRow(desk, actor, step, after, text),
      petition_id: after.id,
      happened_on: on,
      class: after.class,
      unit_id: after.unit_id,
      accused_id: after.accused_id,
      holder_id: after.holder_id,
      due_on: after.due_on,
    })
    .execute();
}
