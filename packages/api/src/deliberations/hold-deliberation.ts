import type { Actor } from '../access/actor.ts';
import { holdsIn } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { type DeliberationRow, selectDeliberations } from './deliberation-rows.ts';
import { type DeliberationState, stateAt } from './deliberation-states.ts';

/** A deliberation that is held, with what it is at this moment. */
export type HeldDeliberation = DeliberationRow & { state: DeliberationState };

/**
 * A deliberation of the desk's town by its id there, held until this change is done: votes and steps of one go one after the other, so that of
 * two at once the second finds what the first has made of it. What comes of it is counted, so that the tree is held before.
 * Errors: NOT_FOUND on `field`.
 */
export async function holdDeliberation(
  desk: Desk,
  actor: Actor,
  uuid: string,
  field: string,
): Promise<HeldDeliberation> {
  await holdTree(desk);
  const row = await selectDeliberations(desk)
    .where('d.town_id', '=', desk.town)
    .where('d.id', '=', uuid)
    .forUpdate()
    .executeTakeFirst();
  if (!row || !holdsIn(actor, 'deliberation:read', desk.town)) throw notFound(field);
  return { ...row, state: stateAt(row, desk.now) };
}
