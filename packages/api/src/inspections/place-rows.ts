import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { anyOf, idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { notFound } from '../errors.ts';
import type { Days } from '../indicators/indicator.ts';
import { globalId, requireId, requireIdIn } from '../schema/global-id.ts';
import { placeWith } from '../units/standing-under.ts';
import type { InspectionPlaceType, InspectionPlaceVersionType } from './place.type.ts';

/** Places with their lives; the caller narrows it to what it needs. */
export function selectPlaces(desk: Desk) {
  return desk.db
    .selectFrom('inspection_place as p')
    .innerJoinLateral(
      (at) =>
        at
          .selectFrom('inspection_place_version as v')
          .select((each) => each.fn.min('v.valid_from').as('valid_from'))
          .select(sql<string | null>`case when count(v.valid_to) = count(*) then max(v.valid_to) end`.as('valid_to'))
          .whereRef('v.town_id', '=', 'p.town_id')
          .whereRef('v.place_id', '=', 'p.id')
          .as('life'),
      (join) => join.onTrue(),
    )
    .select(['p.town_id', 'p.id', 'p.unit_id', 'p.kind', 'p.version', 'life.valid_from', 'life.valid_to']);
}

/** That a place with its `life` was there on a day of a period, as a condition. */
export function thereIn({ first, last }: Days): RawBuilder<boolean> {
  return sql`(life.valid_from <= ${last} and life.valid_from is distinct from life.valid_to
    and coalesce(life.valid_to > ${first}, true))`;
}

/** Batch of places by id. One statement. */
export async function placesById(desk: Desk, keys: readonly TownKey[]): Promise<(InspectionPlaceType | undefined)[]> {
  const rows = await selectPlaces(desk)
    .where('p.town_id', 'in', townsOf(keys))
    .where('p.id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', placeOf);
}

/** Batch of what places were over time, the first version first, with those that never held. One statement. */
export async function placeVersionsOf(desk: Desk, keys: readonly TownKey[]): Promise<InspectionPlaceVersionType[][]> {
  const rows = await desk.db
    .selectFrom('inspection_place_version as v')
    .select([
      'v.town_id',
      'v.place_id',
      'v.id',
      'v.name',
      'v.address',
      'v.organization_id',
      'v.valid_from',
      'v.valid_to',
    ])
    .where('v.town_id', 'in', townsOf(keys))
    .where('v.place_id', '=', anyOf(idsOf(keys)))
    .orderBy('v.valid_from')
    // Ids are made one after the other.
    .orderBy('v.id')
    .execute();
  return parted(keys, rows, 'place_id', (row) => ({
    ...{ uuid: row.id, name: row.name, address: row.address },
    ...{ organizationUuid: row.organization_id, validFrom: row.valid_from, validTo: row.valid_to },
  }));
}

/** What a place is on a day, or, outside its life, was last. */
export async function placeNear(desk: Desk, key: TownKey, day: string): Promise<InspectionPlaceVersionType> {
  const versions = await desk.load(placeVersionsOf, { townId: key.townId, uuid: key.uuid });
  const version = versions.find(({ validFrom, validTo }) => holdsOn({ from: validFrom, to: validTo }, day));
  const shown = version ?? versions.at(-1);
  if (!shown) throw new Error(`Place ${key.uuid} has no version`);
  return shown;
}

/** A place of a town in which the viewer sees inspections. Errors: NOT_FOUND on `field`. */
export async function getPlace(ctx: Context, id: string, field = 'id'): Promise<InspectionPlaceType> {
  const { townId, key: uuid } = requireId(id, 'InspectionPlace', field);
  const place = await (await ctx.readTownFor('inspection:read', townId))?.load(placesById, { townId, uuid });
  if (!place) throw notFound(field);
  return place;
}

/** Whether a permission reaches where a place lies today. */
export async function reachesInspected(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  { townId, unitUuid }: Pick<InspectionPlaceType, 'townId' | 'unitUuid'>,
): Promise<boolean> {
  return reaches(actor, permission, await placeWith(desk, townId, unitUuid));
}

/** The place that a mutation names, where a permission reaches it. Errors: NOT_FOUND on `field`. */
export async function getPlaceFor(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  id: string,
  field: string,
): Promise<InspectionPlaceType> {
  const uuid = requireIdIn(desk.town, id, 'InspectionPlace', field);
  const place = await desk.load(placesById, { townId: desk.town, uuid });
  if (!place || !(await reachesInspected(desk, actor, permission, place))) throw notFound(field);
  return place;
}

/** A place's row as GraphQL shows it. */
export function placeOf(
  row: Awaited<ReturnType<ReturnType<typeof selectPlaces>['executeTakeFirstOrThrow']>>,
): InspectionPlaceType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'InspectionPlace',
    id: globalId('InspectionPlace', townId, uuid),
    ...{ townId, uuid, unitUuid: row.unit_id, kind: row.kind, version: row.version },
    ...{ validFrom: row.valid_from, validTo: row.valid_to },
  };
}
