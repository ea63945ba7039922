import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import type { Context } from '../context.ts';
import { anyOf, idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireId, requireIdIn } from '../schema/global-id.ts';
import type { PatrolType } from './patrol.type.ts';
import { reachesPatrol } from './patrol-reach.ts';

/** Patrols with the version that holds, the one of the highest number; the caller narrows it to what it needs. */
export function selectPatrols(desk: Desk) {
  return desk.db
    .selectFrom('patrol as p')
    .innerJoinLateral(
      (at) =>
        at
          .selectFrom('patrol_version as each')
          .select(['each.id as version_id', 'each.began_at', 'each.ended_at'])
          .whereRef('each.town_id', '=', 'p.town_id')
          .whereRef('each.patrol_id', '=', 'p.id')
          .orderBy('number', 'desc')
          .limit(1)
          .as('said'),
      (join) => join.onTrue(),
    )
    .select([
      'p.town_id',
      'p.id',
      'p.route_id',
      'p.unit_id',
      'p.place',
      'p.block_id',
      'p.patrolled_on',
      'p.recorded_at',
    ])
    .select(['p.recorded_by', 'p.withdrawn_at', 'p.withdrawn_by', 'p.withdrawn_reason', 'p.version'])
    .select(['said.version_id', 'said.began_at', 'said.ended_at']);
}

/** Batch of patrols by id. One statement. */
export async function patrolsById(desk: Desk, keys: readonly TownKey[]): Promise<(PatrolType | undefined)[]> {
  const rows = await selectPatrols(desk)
    .where('p.town_id', 'in', townsOf(keys))
    .where('p.id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', patrolOf);
}

/** A patrol of the desk's town as a change has left it. Errors: NOT_FOUND on input.patrol where there is none. */
export async function patrolNow(desk: Desk, uuid: string): Promise<PatrolType> {
  desk.forget();
  const patrol = await desk.load(patrolsById, { townId: desk.town, uuid });
  if (!patrol) throw notFound('input.patrol');
  return patrol;
}

/** A patrol that the viewer may see. Errors: NOT_FOUND on `field`. */
export async function getPatrol(ctx: Context, id: string, field = 'id'): Promise<PatrolType> {
  const { townId, key: uuid } = requireId(id, 'Patrol', field);
  const desk = await ctx.readTownFor('patrol:read', townId);
  const patrol = await desk?.load(patrolsById, { townId, uuid });
  if (!desk || !patrol || !(await reachesPatrol(desk, ctx.signedIn, 'patrol:read', patrol))) throw notFound(field);
  return patrol;
}

/**
 * The patrol that a mutation names, held: another change of it waits.
 * Errors: NOT_FOUND on input.patrol where the permission does not reach it; CONFLICT where it was withdrawn.
 */
export async function holdPatrol(desk: Desk, actor: Actor, permission: Permission, id: string): Promise<PatrolType> {
  const row = await selectPatrols(desk)
    .where('p.town_id', '=', desk.town)
    .where('p.id', '=', requireIdIn(desk.town, id, 'Patrol', 'input.patrol'))
    .forUpdate('p')
    .executeTakeFirst();
  const patrol = row && patrolOf(row);
  if (!patrol || !(await reachesPatrol(desk, actor, permission, patrol))) throw notFound('input.patrol');
  if (patrol.withdrawnAt !== null) throw conflict('patrolWithdrawn', 'input.patrol');
  return patrol;
}

/** That somebody took part in a patrol `p`, as the version of it that holds says. */
export function tookPart(person: string): RawBuilder<boolean> {
  return sql`exists (select from patrol_member took where took.town_id = p.town_id and took.person_id = ${person}
    and took.version_id = (select id from patrol_version last
      where last.town_id = p.town_id and last.patrol_id = p.id order by number desc limit 1))`;
}

export type PatrolRow = Awaited<ReturnType<ReturnType<typeof selectPatrols>['executeTakeFirstOrThrow']>>;

/** A patrol's row as GraphQL shows it. */
export function patrolOf(row: PatrolRow): PatrolType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'Patrol',
    id: globalId('Patrol', townId, uuid),
    ...{ townId, uuid, place: row.place, version: row.version },
    routeUuid: row.route_id,
    unitUuid: row.unit_id,
    blockUuid: row.block_id,
    versionUuid: row.version_id,
    patrolledOn: row.patrolled_on,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    recordedAt: row.recorded_at,
    recordedById: row.recorded_by,
    withdrawnAt: row.withdrawn_at,
    withdrawnById: row.withdrawn_by,
    withdrawnReason: row.withdrawn_reason,
  };
}
