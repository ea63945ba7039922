import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import type { Context } from '../context.ts';
import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { notFound } from '../errors.ts';
import { globalId, requireId, requireIdIn } from '../schema/global-id.ts';
import { reachesPatrol } from './patrol-reach.ts';
import type { PatrolRouteType, PatrolRouteVersionType } from './patrol-route.type.ts';

/** Routes with their lives; the caller narrows it to what it needs. */
export function selectRoutes(desk: Desk) {
  return desk.db
    .selectFrom('patrol_route as r')
    .innerJoinLateral(
      (at) =>
        at
          .selectFrom('patrol_route_version as v')
          .select((each) => each.fn.min('v.valid_from').as('valid_from'))
          .select(sql<string | null>`case when count(v.valid_to) = count(*) then max(v.valid_to) end`.as('valid_to'))
          .whereRef('v.town_id', '=', 'r.town_id')
          .whereRef('v.route_id', '=', 'r.id')
          .as('life'),
      (join) => join.onTrue(),
    )
    .select(['r.town_id', 'r.id', 'r.unit_id', 'r.version', 'life.valid_from', 'life.valid_to']);
}

/** Batch of routes by id. One statement. */
export async function routesById(desk: Desk, keys: readonly TownKey[]): Promise<(PatrolRouteType | undefined)[]> {
  const rows = await selectRoutes(desk)
    .where('r.town_id', 'in', townsOf(keys))
    .where('r.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', routeOf);
}

/** Batch of what routes were called and where they led, the first version first, with those that never held. One statement. */
export async function routeVersionsOf(desk: Desk, keys: readonly TownKey[]): Promise<PatrolRouteVersionType[][]> {
  const rows = await desk.db
    .selectFrom('patrol_route_version as v')
    .innerJoin('patrol_stop as s', (join) =>
      join.onRef('s.town_id', '=', 'v.town_id').onRef('s.version_id', '=', 'v.id'),
    )
    .select(['v.town_id', 'v.route_id', 'v.id', 'v.name', 'v.valid_from', 'v.valid_to'])
    .select(['s.id as stop_id', 's.name as stop'])
    .where('v.town_id', 'in', townsOf(keys))
    .where('v.route_id', 'in', idsOf(keys))
    .orderBy('v.valid_from')
    // Ids are made one after the other.
    .orderBy('v.id')
    .orderBy('s.position')
    .execute();
  return parted(keys, rows, 'route_id', (row) => row).map((own) => {
    const byVersion = Map.groupBy(own, (row) => row.id);
    return [...byVersion].flatMap(([id, [first, ...rest]]) => {
      if (!first) return [];
      const stops = [first, ...rest].map(({ stop_id, stop }) => stopOf(first.town_id, stop_id, stop));
      return [{ uuid: id, name: first.name, stops, validFrom: first.valid_from, validTo: first.valid_to }];
    });
  });
}

/** A stop as GraphQL shows it. */
export function stopOf(townId: number, uuid: string, name: string) {
  return { townId, uuid, id: globalId('PatrolStop', townId, uuid), name };
}

/** The version of a route on a day, or, outside its life, the last that there is. */
export async function routeOn(desk: Desk, { townId, uuid }: TownKey, day: string): Promise<PatrolRouteVersionType> {
  const versions = await desk.load(routeVersionsOf, { townId, uuid });
  const version = versions.find(({ validFrom, validTo }) => holdsOn({ from: validFrom, to: validTo }, day));
  const shown = version ?? versions.at(-1);
  if (!shown) throw new Error(`Route ${uuid} has no version`);
  return shown;
}

/** A route that the viewer may see. Errors: NOT_FOUND on `field`. */
export async function getRoute(ctx: Context, id: string, field = 'id'): Promise<PatrolRouteType> {
  const { townId, key: uuid } = requireId(id, 'PatrolRoute', field);
  const desk = await ctx.readTownFor('patrol:read', townId);
  const route = await desk?.load(routesById, { townId, uuid });
  if (!desk || !route || !(await reachesPatrol(desk, ctx.signedIn, 'patrol:read', route))) throw notFound(field);
  return route;
}

/** The route that a mutation names, where a permission reaches it. Errors: NOT_FOUND on `field`. */
export async function getRouteFor(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  id: string,
  field: string,
): Promise<PatrolRouteType> {
  const uuid = requireIdIn(desk.town, id, 'PatrolRoute', field);
  const route = await desk.load(routesById, { townId: desk.town, uuid });
  if (!route || !(await reachesPatrol(desk, actor, permission, route))) throw notFound(field);
  return route;
}

/** A route's row as GraphQL shows it. */
export function routeOf(
  row: Awaited<ReturnType<ReturnType<typeof selectRoutes>['executeTakeFirstOrThrow']>>,
): PatrolRouteType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'PatrolRoute',
    id: globalId('PatrolRoute', townId, uuid),
    ...{ townId, uuid, unitUuid: row.unit_id, version: row.version },
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}
