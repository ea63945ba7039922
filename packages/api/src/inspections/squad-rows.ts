import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { anyOf, idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { notFound } from '../errors.ts';
import { personOf } from '../people/person-rows.ts';
import { globalId, requireId, requireIdIn } from '../schema/global-id.ts';
import type { InspectionSquadType, InspectionSquadVersionType } from './squad.type.ts';

/** Squads with their lives; the caller narrows it to what it needs. */
export function selectSquads(desk: Desk) {
  return desk.db
    .selectFrom('inspection_squad as s')
    .innerJoinLateral(
      (at) =>
        at
          .selectFrom('inspection_squad_version as v')
          .select((each) => each.fn.min('v.valid_from').as('valid_from'))
          .select(sql<string | null>`case when count(v.valid_to) = count(*) then max(v.valid_to) end`.as('valid_to'))
          .whereRef('v.town_id', '=', 's.town_id')
          .whereRef('v.squad_id', '=', 's.id')
          .as('life'),
      (join) => join.onTrue(),
    )
    .select(['s.town_id', 's.id', 's.version', 'life.valid_from', 'life.valid_to']);
}

/** Batch of squads by id. One statement. */
export async function squadsById(desk: Desk, keys: readonly TownKey[]): Promise<(InspectionSquadType | undefined)[]> {
  const rows = await selectSquads(desk)
    .where('s.town_id', 'in', townsOf(keys))
    .where('s.id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', squadOf);
}

/** Batch of what squads were called and who was in them, the first version first, with those that never held. One statement. */
export async function squadVersionsOf(desk: Desk, keys: readonly TownKey[]): Promise<InspectionSquadVersionType[][]> {
  const rows = await desk.db
    .selectFrom('inspection_squad_version as v')
    .innerJoin('inspection_squad_member as m', (join) =>
      join.onRef('m.town_id', '=', 'v.town_id').onRef('m.version_id', '=', 'v.id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.town_id', '=', 'm.town_id').onRef('person.id', '=', 'm.person_id'),
    )
    .select(['v.town_id', 'v.squad_id', 'v.id as version_id', 'v.name as squad_name', 'v.head_id'])
    .select(['v.valid_from', 'v.valid_to', 'person.id', 'person.name'])
    .where('v.town_id', 'in', townsOf(keys))
    .where('v.squad_id', '=', anyOf(idsOf(keys)))
    .orderBy('v.valid_from')
    // Ids are made one after the other.
    .orderBy('v.id')
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
  return parted(keys, rows, 'squad_id', (row) => row).map((own) =>
    [...Map.groupBy(own, (row) => row.version_id).values()].flatMap((all) => {
      const head = all.find(({ id, head_id }) => id === head_id);
      if (!head) return [];
      return [
        {
          ...{ uuid: head.version_id, name: head.squad_name, head: personOf(head), members: all.map(personOf) },
          ...{ validFrom: head.valid_from, validTo: head.valid_to },
        },
      ];
    }),
  );
}

/** What a squad was on a day; undefined outside its life. */
export async function squadOn(desk: Desk, key: TownKey, day: string): Promise<InspectionSquadVersionType | undefined> {
  const versions = await desk.load(squadVersionsOf, { townId: key.townId, uuid: key.uuid });
  return versions.find(({ validFrom, validTo }) => holdsOn({ from: validFrom, to: validTo }, day));
}

/** What a squad is on a day, or, outside its life, was last. */
export async function squadNear(desk: Desk, key: TownKey, day: string): Promise<InspectionSquadVersionType> {
  const shown =
    (await squadOn(desk, key, day)) ??
    (await desk.load(squadVersionsOf, { townId: key.townId, uuid: key.uuid })).at(-1);
  if (!shown) throw new Error(`Squad ${key.uuid} has no version`);
  return shown;
}

/** A squad of a town in which the viewer sees inspections. Errors: NOT_FOUND on `field`. */
export async function getSquad(ctx: Context, id: string, field = 'id'): Promise<InspectionSquadType> {
  const { townId, key: uuid } = requireId(id, 'InspectionSquad', field);
  const squad = await (await ctx.readTownFor('inspection:read', townId))?.load(squadsById, { townId, uuid });
  if (!squad) throw notFound(field);
  return squad;
}

/** The squad of the desk's town that an input names. Errors: NOT_FOUND on `field`. */
export async function getSquadIn(desk: Desk, id: string, field: string): Promise<InspectionSquadType> {
  const uuid = requireIdIn(desk.town, id, 'InspectionSquad', field);
  const squad = await desk.load(squadsById, { townId: desk.town, uuid });
  if (!squad) throw notFound(field);
  return squad;
}

/** A squad's row as GraphQL shows it. */
export function squadOf(
  row: Awaited<ReturnType<ReturnType<typeof selectSquads>['executeTakeFirstOrThrow']>>,
): InspectionSquadType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'InspectionSquad',
    id: globalId('InspectionSquad', townId, uuid),
    ...{ townId, uuid, version: row.version, validFrom: row.valid_from, validTo: row.valid_to },
  };
}
