import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { type Place, reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { TownKey } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { globalId, requireId, requireIdIn } from '../schema/global-id.ts';
import { placeWith } from '../units/standing-under.ts';
import type { HotlineType } from './hotline.type.ts';

/** A hotline's row. */
export type HotlineRow = Awaited<ReturnType<ReturnType<typeof selectHotlines>['executeTakeFirstOrThrow']>>;

function selectHotlines(desk: Desk) {
  return desk.db
    .selectFrom('hotline')
    .select(['town_id', 'id', 'name', 'telephones', 'unit_id', 'opens_at', 'closes_at'])
    .select(['valid_from', 'valid_to', 'version']);
}

/** Batch of the hotlines of towns, those that ended too, the oldest first. One statement. */
export async function hotlinesOfTowns(desk: Desk, towns: readonly number[]): Promise<HotlineType[][]> {
  const rows = await selectHotlines(desk)
    .where('town_id', 'in', [...towns])
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  return towns.map((town) => rows.filter((row) => row.town_id === town).map(hotlineOf));
}

/** A hotline of a town, out of the few that it has. */
export async function findHotline(desk: Desk, { townId, uuid }: TownKey): Promise<HotlineType | undefined> {
  return (await desk.load(hotlinesOfTowns, townId)).find((each) => each.uuid === uuid);
}

/** A hotline that the viewer may see. Errors: NOT_FOUND on `field`. */
export async function getHotline(ctx: Context, id: string, field = 'id'): Promise<HotlineType> {
  const { townId, key: uuid } = requireId(id, 'Hotline', field);
  const desk = await ctx.readTownFor('hotline:read', townId);
  const hotline = desk && (await findHotline(desk, { townId, uuid }));
  if (!hotline) throw notFound(field);
  return hotline;
}

/** The hotline that a mutation names, if the actor's permission reaches whose it is. Errors: NOT_FOUND on `field`. */
export async function getHotlineFor(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  id: string,
  field = 'input.hotline',
): Promise<HotlineType> {
  const hotline = await findHotline(desk, {
    townId: desk.town,
    uuid: requireIdIn(desk.town, id, 'Hotline', field),
  });
  if (!hotline || !reaches(actor, permission, await placeOfHotline(desk, hotline))) throw notFound(field);
  return hotline;
}

/** Where a hotline stands today, to ask for reach: with its unit, or what that has gone into, or with the town. */
export function placeOfHotline(desk: Desk, { townId, unitUuid }: HotlineType): Promise<Place> {
  return placeWith(desk, townId, unitUuid);
}

/**
 * Holds a hotline until the transaction ends, so that two who change it or its roster at once do so one after the other.
 * One statement.
 */
export async function holdHotline(desk: Desk, uuid: string): Promise<HotlineRow> {
  return selectHotlines(desk)
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** A hotline's row as GraphQL shows it. */
function hotlineOf(row: HotlineRow): HotlineType {
  return {
    typename: 'Hotline',
    id: globalId('Hotline', row.town_id, row.id),
    townId: row.town_id,
    uuid: row.id,
    unitUuid: row.unit_id,
    name: row.name,
    telephones: row.telephones,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    version: row.version,
  };
}
