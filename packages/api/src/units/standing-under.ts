import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { type Place, reaches } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { placeOf } from './find-unit.ts';
import { lineageOfTowns, standsIn } from './lineage.ts';
import { timelineOf } from './timeline.ts';
import { townTrees } from './town-tree.ts';

/**
 * Where what is with a unit stands today, to ask for reach: in the unit, or in what that has gone into. Null is the town
 * itself. Teams are left out: what is with a unit is for those in charge of it.
 */
export async function placeWith(desk: Desk, townId: number, unit: string | null): Promise<Place> {
  if (unit === null) return { townId, units: [] };
  const [timeline, links] = await Promise.all([desk.load(timelineOf, townId), desk.load(lineageOfTowns, townId)]);
  const uuid = standsIn(timeline, links, unit, dayOf(desk.now));
  return uuid === null ? { townId, units: [] } : placeOf(desk, { townId, uuid });
}

/** All units of the desk's town, those that are gone too, with which something stands today where a test says so. */
export async function unitsStanding(desk: Desk, where: (place: Place) => boolean): Promise<string[]> {
  const key = { townId: desk.town, asOf: dayOf(desk.now) };
  const [timeline, links, tree] = await Promise.all([
    desk.load(timelineOf, desk.town),
    desk.load(lineageOfTowns, desk.town),
    desk.load(townTrees, key),
  ]);
  const within = new Set(tree.units.filter(({ uuid }) => where(tree.place(uuid))).map(({ uuid }) => uuid));
  return timeline.lines
    .map(({ uuid }) => uuid)
    .filter((uuid) => within.has(standsIn(timeline, links, uuid, key.asOf) ?? ''));
}

/** The units, those that are gone too, with which something stands today under one. Errors: NOT_FOUND on `field`. */
export async function unitsUnder(desk: Desk, id: string, field: string): Promise<string[]> {
  const uuid = requireIdIn(desk.town, id, 'Unit', field);
  if (!(await desk.load(timelineOf, desk.town)).find(uuid)) throw notFound(field);
  return unitsStanding(desk, ({ units }) => units.includes(uuid));
}

/**
 * The unit that an input gives something to on a day; null is the town itself.
 * Errors: NOT_FOUND on `field` for one that a permission does not reach, where one is told; BAD_INPUT for a block of an
 * overlay, or, on `dayField`, for one that was not there yet on the day; CONFLICT for one that was closed by then.
 */
export async function unitToDeal(
  desk: Desk,
  id: string | null | undefined,
  on: string,
  field: string,
  needs?: { actor: Actor; permission: Permission },
  dayField = 'input.on',
): Promise<string | null> {
  const uuid = id == null ? null : requireIdIn(desk.town, id, 'Unit', field);
  const timeline = await desk.load(timelineOf, desk.town);
  const line = uuid === null ? null : timeline.find(uuid);
  if (line === undefined) throw notFound(field);
  const place = await placeWith(desk, desk.town, uuid);
  if (needs && !reaches(needs.actor, needs.permission, place)) throw notFound(field);
  if (uuid === null || line === null) return null;
  if (line.overlayId !== null) throw badInput(field, 'blockOfOverlay');
  const life = timeline.lifeOf(uuid);
  if (life && on < life.from) throw badInput(dayField, 'dateBeforeBeginning', { date: life.from });
  if (!timeline.stateOn(uuid, on)) throw conflict('unitClosed', field);
  return uuid;
}
