import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { dayOfStep } from '../handling/day-of-step.ts';
import { stepRow } from '../handling/step-row.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requireVersion } from '../units/find-unit.ts';
import { type MediationRow, reachesMediation, selectMediations } from './mediation-rows.ts';
import { type Found, type MediationStep, mediationTransition } from './mediation-states.ts';

/** What the input of every step has. */
export interface MediationStepAsked {
  mediation: string;
  on?: string | null;
  expectedVersion?: number | null;
}

/** What a step changes beside the state, and what was written with it. */
interface Brought {
  changes?: Partial<Pick<MediationRow, 'agreed_on' | 'check_on'>>;
  text?: string;
}

/**
 * Takes a step with the mediation that an input names, as `work` answers it; `found` tells transitions of one step apart.
 * The mediation is held for it: of two at once the second finds what the first has made of it. Returns the mediation's id
 * in the town.
 * Errors: NOT_FOUND on input.mediation, also where the actor may not take the step with it; CONFLICT on
 * input.expectedVersion, or on input.mediation where it is in no state for the step; BAD_INPUT on input.on ahead or before
 * the last step; those of `work`.
 */
export async function takeMediationStep(
  desk: Desk,
  actor: Actor,
  input: MediationStepAsked,
  step: MediationStep,
  work: (row: MediationRow, on: string) => Brought | Promise<Brought>,
  found: Found = {},
): Promise<string> {
  const row = await selectMediations(desk)
    .where('m.town_id', '=', desk.town)
    .where('m.id', '=', requireIdIn(desk.town, input.mediation, 'Mediation', 'input.mediation'))
    .forUpdate()
    .executeTakeFirst();
  const stood = row && { townId: desk.town, unitUuid: row.unit_id };
  // Whoever records mediations somewhere sees them there, too.
  if (!row || !stood || !(await reachesMediation(desk, actor, 'mediation:record', stood))) {
    throw notFound('input.mediation');
  }
  requireVersion(row, input.expectedVersion);
  const transition = mediationTransition(row.state, step, found);
  if (!transition) throw conflict('mediationStepNotNow', 'input.mediation');
  const on = await dayOfStep(desk, 'mediation', [row.id], input.on);
  const { changes, text } = await work(row, on);
  const after = { ...row, ...changes, state: transition.to ?? row.state, version: row.version + 1 };
  await writeMediationEvent(desk, actor, after, step, on, { text, keeping: found.keeping });
  await desk.db
    .updateTable('mediation')
    .set({ ...changes, state: after.state, version: after.version })
    .where('town_id', '=', desk.town)
    .where('id', '=', row.id)
    .execute();
  return row.id;
}

/** Writes the event of a step, with what the mediation was after it. One statement. */
export async function writeMediationEvent(
  desk: Desk,
  actor: Actor,
  after: Pick<MediationRow, 'id' | 'version' | 'state' | 'check_on'>,
  step: MediationStep,
  on: string,
  { text, keeping }: { text?: string | undefined; keeping?: Found['keeping'] | undefined } = {},
): Promise<void> {
  await desk.db
    .insertInto('mediation_event')
    .values({
      ...stepRow(desk, actor, step, after, text),
      mediation_id: after.id,
      happened_on: on,
      keeping: keeping ?? null,
      check_on: after.check_on,
    })
    .execute();
}
