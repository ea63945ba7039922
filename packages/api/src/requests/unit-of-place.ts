import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { reaches } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { type Timeline, timelineOf } from '../units/timeline.ts';
import { standingOf } from './standing.ts';

/** The unit in which a place is, and the block that what happens there counts for; above the blocks the unit itself. */
export interface UnitOfPlace {
  unit: string;
  block: string;
}

/**
 * The unit in which a place is, as an input names it on a day; `fields` are where it stands in the input.
 * Errors: NOT_FOUND on `fields.unit` for one that the permission does not reach; BAD_INPUT there for a block of an overlay,
 * and on `fields.on` where it was not there yet; CONFLICT on `fields.unit` where it was closed by then.
 */
export async function unitOfPlace(
  desk: Desk,
  { actor, permission }: { actor: Actor; permission: Permission },
  id: string,
  on: string,
  fields: { unit: string; on: string },
): Promise<UnitOfPlace> {
  const unit = requireIdIn(desk.town, id, 'Unit', fields.unit);
  const timeline = await desk.load(timelineOf, desk.town);
  const line = timeline.find(unit);
  const standing = line && (await standingOf(desk, { townId: desk.town, householdUuid: null, unitUuid: unit }));
  if (!line || !standing || !reaches(actor, permission, standing.place)) throw notFound(fields.unit);
  if (line.overlayId !== null) throw badInput(fields.unit, 'blockOfOverlay');
  const life = timeline.lifeOf(unit);
  if (life && on < life.from) throw badInput(fields.on, 'dateBeforeBeginning', { date: life.from });
  if (!timeline.stateOn(unit, on)) throw conflict('unitClosed', fields.unit);
  return { unit, block: blockOver(timeline, unit, on) };
}

/** The block that what happens in a unit counts for on a day: that above it, or the unit itself. */
export function blockOver(timeline: Timeline, unit: string, on: string): string {
  let block = unit;
  for (let next: string | null = unit; next !== null; next = timeline.stateOn(next, on)?.parent_id ?? null) {
    if (timeline.stateOn(next, on)?.kind === 'BLOCK') block = next;
  }
  return block;
}
