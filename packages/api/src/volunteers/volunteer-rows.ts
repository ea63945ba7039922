import { anyOf, idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { VolunteerType } from './volunteer.type.ts';

/** Volunteers with their names; the caller narrows it to what it needs. */
export function selectVolunteers(desk: Desk) {
  return desk.db
    .selectFrom('volunteer as v')
    .innerJoin('person as p', (join) => join.onRef('p.town_id', '=', 'v.town_id').onRef('p.id', '=', 'v.person_id'))
    .select(['v.town_id', 'v.id', 'v.person_id', 'v.unit_id', 'v.registered_on', 'v.ended_on', 'v.balance'])
    .select(['v.version', 'p.name']);
}

/** A volunteer's row. */
export type VolunteerRow = Awaited<ReturnType<ReturnType<typeof selectVolunteers>['executeTakeFirstOrThrow']>>;

/** A volunteer's row as GraphQL shows it. */
export function volunteerOf(row: VolunteerRow): VolunteerType {
  return {
    typename: 'Volunteer',
    id: globalId('Volunteer', row.town_id, row.id),
    ...{ townId: row.town_id, uuid: row.id, personUuid: row.person_id, unitUuid: row.unit_id, name: row.name },
    ...{ balance: row.balance, registeredOn: row.registered_on, endedOn: row.ended_on, version: row.version },
  };
}

/** Batch of volunteers by id. One statement. */
export async function volunteersById(desk: Desk, keys: readonly TownKey[]): Promise<(VolunteerType | undefined)[]> {
  const rows = await selectVolunteers(desk)
    .where('v.town_id', 'in', townsOf(keys))
    .where('v.id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', volunteerOf);
}

/**
 * Takes volunteers of the desk's town for this change, in one order, so that of many who earn or spend at once each finds what the others have
 * left. One statement. Returns them by id.
 */
export async function holdVolunteers(desk: Desk, ids: readonly string[]): Promise<Map<string, VolunteerType>> {
  const rows = await selectVolunteers(desk)
    .where('v.town_id', '=', desk.town)
    .where('v.id', '=', anyOf(ids))
    .orderBy('v.id')
    .forNoKeyUpdate('v')
    .execute();
  return new Map(rows.map((row) => [row.id, volunteerOf(row)]));
}
