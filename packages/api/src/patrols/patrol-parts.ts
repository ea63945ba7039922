import { sql } from 'kysely';
import { anyOf, idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { PersonType } from '../people/person.type.ts';
import { personOf } from '../people/person-rows.ts';
import type { PatrolVersionType } from './patrol.type.ts';
import type { PatrolStopType } from './patrol-route.type.ts';
import { stopOf } from './route-rows.ts';

/** Batch of what was written about patrols, the first version first. One statement. */
export async function patrolVersionsOf(desk: Desk, keys: readonly TownKey[]): Promise<PatrolVersionType[][]> {
  const rows = await desk.db
    .selectFrom('patrol_version')
    .select(['town_id', 'patrol_id', 'id', 'number', 'patrolled_on', 'began_at', 'ended_at', 'note', 'reason'])
    .select(['written_at', 'written_by'])
    .where('town_id', 'in', townsOf(keys))
    .where('patrol_id', '=', anyOf(idsOf(keys)))
    .orderBy('number')
    .execute();
  return parted(keys, rows, 'patrol_id', (row) => ({
    ...{ townId: row.town_id, versionUuid: row.id, number: row.number, note: row.note, reason: row.reason },
    patrolledOn: row.patrolled_on,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    writtenAt: row.written_at,
    writtenById: row.written_by,
  }));
}

/** Batch of the people who took part, as versions of patrols say, by name. One statement. */
export async function membersOf(desk: Desk, keys: readonly TownKey[]): Promise<PersonType[][]> {
  const rows = await desk.db
    .selectFrom('patrol_member as m')
    .innerJoin('person', (join) =>
      join.onRef('person.town_id', '=', 'm.town_id').onRef('person.id', '=', 'm.person_id'),
    )
    .select(['person.town_id', 'person.id', 'person.name', 'm.version_id'])
    .where('m.town_id', 'in', townsOf(keys))
    .where('m.version_id', '=', anyOf(idsOf(keys)))
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
  return parted(keys, rows, 'version_id', personOf);
}

/** A stop of the route that was patrolled, and whether the patrol came by it. */
export interface PatrolledStop {
  stop: PatrolStopType;
  cameBy: boolean;
}

/**
 * Batch of the stops of the routes that were patrolled, in their order, as versions of patrols say: all of the version of
 * the route that they came by. One statement.
 */
export async function patrolledStopsOf(desk: Desk, keys: readonly TownKey[]): Promise<PatrolledStop[][]> {
  const { rows } = await sql<{ town_id: number; version: string; id: string; name: string; came: boolean }>`
    select s.town_id, walked.version, s.id, s.name, s.id = any(walked.stops) as came
    from (
      select by.town_id, by.version_id as version, array_agg(by.stop_id) as stops, min(s.version_id::text)::uuid as route
      from patrolled_stop by join patrol_stop s on s.town_id = by.town_id and s.id = by.stop_id
      where by.town_id = any(${townsOf(keys)}::bigint[]) and by.version_id = ${anyOf(idsOf(keys))}
      group by by.town_id, by.version_id
    ) walked join patrol_stop s on s.town_id = walked.town_id and s.version_id = walked.route
    order by s.position`.execute(desk.db);
  return parted(keys, rows, 'version', ({ town_id, id, name, came }) => ({
    stop: stopOf(town_id, id, name),
    cameBy: came,
  }));
}
