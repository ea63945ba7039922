import type { Permission } from '../access/permissions.ts';
import { type Place, reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireId, requireIdIn } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { timelineOf } from './timeline.ts';
import { townTrees, unitOf } from './town-tree.ts';
import type { UnitType } from './unit.type.ts';

/**
 * A unit on a day. One that is closed by then is shown as it was last; one that did not exist yet is not found.
 * Errors: NOT_FOUND on `field`, also for another town's.
 */
export async function getUnit(ctx: Context, id: string, asOf: string, field = 'id'): Promise<UnitType> {
  const { townId, key } = requireId(id, 'Unit', field);
  const desk = await ctx.readTownFor('unit:read', townId);
  if (!desk) throw notFound(field);
  const unit = await desk.load(unitsById, { townId, asOf, uuid: key });
  if (!unit || unit.validFrom > asOf) throw notFound(field);
  return unit;
}

/**
 * A unit that something of a town names, as it is on a day, today unless told; as it was last where it is closed by then.
 * Null where none is named.
 */
export async function unitNamed(
  ctx: Context,
  townId: number,
  uuid: string | null,
  asOf: string = ctx.today,
): Promise<UnitType | null> {
  if (uuid === null) return null;
  return (await (await ctx.readTown(townId)).load(unitsById, { townId, asOf, uuid })) ?? null;
}

/** The unit of a town, whenever it stands, that an argument names; null where it names none. Errors: NOT_FOUND on unit. */
export async function unitAsked(desk: Desk, townId: number, id: string | null | undefined): Promise<string | null> {
  if (id == null) return null;
  const uuid = requireIdIn(townId, id, 'Unit', 'unit');
  if (!(await desk.load(timelineOf, townId)).find(uuid)) throw notFound('unit');
  return uuid;
}

/** Which unit of which town, on which day. */
export interface UnitKey {
  townId: number;
  asOf: string;
  uuid: string;
}

/**
 * Batch of units by id and day: as they were, or after their life as they were last, or before it as they will be first.
 * Two statements at the most. Units of one day come out of that day's tree; of many days, out of their own versions.
 */
export async function unitsById(desk: Desk, keys: readonly UnitKey[]): Promise<(UnitType | undefined)[]> {
  const oneDay = new Set(keys.map((key) => key.asOf)).size === 1;
  const open = await Promise.all(
    keys.map(async ({ townId, asOf, uuid }) =>
      oneDay ? (await desk.load(townTrees, { townId, asOf })).find(uuid) : undefined,
    ),
  );
  const missing = keys.filter((_, index) => !open[index]);
  if (missing.length === 0) return open;
  const rows = await desk.db
    .selectFrom('unit_version as v')
    .innerJoin('unit as u', (join) => join.onRef('u.town_id', '=', 'v.town_id').onRef('u.id', '=', 'v.unit_id'))
    .select(['u.town_id', 'u.id', 'u.overlay_id', 'u.valid_from', 'u.valid_to', 'u.version'])
    .select(['v.name', 'v.code', 'v.kind', 'v.status', 'v.parent_id', 'v.valid_from as versionFrom'])
    .where('v.town_id', 'in', [...new Set(missing.map((key) => key.townId))])
    .where('v.unit_id', 'in', [...new Set(missing.map((key) => key.uuid))])
    // Superseded rows come first, so that the last of a day is the one that holds, if any does.
    .orderBy('v.superseded_at', (order) => order.asc().nullsLast())
    .orderBy('v.valid_from')
    .execute();
  return keys.map(({ townId, asOf, uuid }, index) => {
    if (open[index]) return open[index];
    const versions = rows.filter((row) => row.town_id === townId && row.id === uuid);
    const row = versions.findLast((version) => version.versionFrom <= asOf) ?? versions[0];
    return row && unitOf(row, asOf);
  });
}

/** The units above one on a day, nearest first; outside its life those it stood under last, or will stand under first. */
export async function unitsAbove(desk: Desk, key: UnitKey): Promise<UnitType[]> {
  const { townId, asOf, uuid } = key;
  const above: UnitType[] = [];
  let next = (await desk.load(unitsById, { townId, asOf, uuid }))?.parentUuid;
  while (next) {
    const unit = await desk.load(unitsById, { townId, asOf, uuid: next });
    if (!unit || above.includes(unit)) break;
    above.push(unit);
    next = unit.parentUuid;
  }
  return above;
}

/**
 * Where a unit, or teams at a block, stand today (see `unitsAbove`), to ask whether a permission reaches it. Roles are
 * held today, so reach is judged today, whatever day is read or changed.
 */
export async function placeOf(
  desk: Desk,
  { townId, uuid }: Pick<UnitKey, 'townId' | 'uuid'>,
  teams: readonly string[] = [],
): Promise<Place> {
  const above = await unitsAbove(desk, { townId, uuid, asOf: dayOf(desk.now) });
  return { townId, units: [uuid, ...above.map((unit) => unit.uuid)], teams };
}

/**
 * The unit that a mutation names, as it is on the day of the change (see `unitsById`), if the actor's permission reaches
 * it.
 * Errors: NOT_FOUND on `field`.
 */
export async function getUnitFor(
  desk: Desk,
  actor: Parameters<typeof reaches>[0],
  permission: Permission,
  key: UnitKey,
  field: string,
): Promise<UnitType> {
  const unit = await desk.load(unitsById, key);
  if (!unit || !reaches(actor, permission, await placeOf(desk, key))) throw notFound(field);
  return unit;
}

/**
 * Refuses to hang something on a unit, or under it, from a day on which it is not there, or that it does not outlast.
 * Errors: BAD_INPUT on input.from before its life; CONFLICT on `field` where its life ends.
 */
export function requireLasting(unit: { validFrom: string; validTo: string | null }, from: string, field: string): void {
  if (unit.validTo !== null) throw conflict('unitClosed', field);
  if (from < unit.validFrom) throw badInput('input.from', 'dateBeforeBeginning', { date: unit.validFrom });
}

/**
 * Refuses to put teams or households into a unit from a day on where it is no block then, or on some day after.
 * Errors: BAD_INPUT on `field`; those of requireLasting; CONFLICT on `field` where it becomes something else.
 */
export async function requireBlock(
  desk: Desk,
  unit: Pick<UnitType, 'uuid' | 'kind' | 'name' | 'validFrom' | 'validTo'>,
  from: string,
  field: string,
): Promise<void> {
  if (unit.kind !== 'BLOCK') throw badInput(field, 'notABlock');
  requireLasting(unit, from, field);
  const date = (await desk.load(timelineOf, desk.town)).noBlockFrom(unit.uuid, from);
  if (date !== undefined) throw conflict('noBlockFrom', field, { unit: unit.name, date });
}

/** Refuses a change of something that is not as the caller saw it. Errors: CONFLICT on input.expectedVersion. */
export function requireVersion(thing: { version: number }, expected: number | null | undefined): void {
  if (expected != null && expected !== thing.version) throw conflict('versionConflict', 'input.expectedVersion');
}

/**
 * A unit as a change has left it, for the change's payload: shown on the day of the change where that lies ahead, else
 * as of today.
 */
export async function changedUnit(desk: Desk, uuid: string, day: string): Promise<UnitType> {
  const today = dayOf(desk.now);
  const unit = await desk.load(unitsById, { townId: desk.town, asOf: day > today ? day : today, uuid });
  if (!unit) throw notFound();
  return unit;
}
