import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { type Connection, type PageArgs, pageOf } from '../schema/connection.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { dayOf } from '../today.ts';
import { unitsUnder } from '../units/standing-under.ts';
import { visiblePatrols } from './patrol-reach.ts';
import type { PatrolRouteType } from './patrol-route.type.ts';
import { routeOf, routeOn, selectRoutes } from './route-rows.ts';

/**
 * A page of the routes of the desk's town that somebody may see, by name: those that are closed today, or those that are
 * not. A town has some hundreds, so that a page is cut from all of them.
 * Errors: NOT_FOUND on unit; BAD_INPUT on first, last, after or before.
 */
export async function listRoutes(
  desk: Desk,
  actor: Actor,
  { unit, closed, ...args }: PageArgs & { unit?: string | null; closed: boolean },
): Promise<Connection<PatrolRouteType>> {
  const today = dayOf(desk.now);
  const rows = await selectRoutes(desk)
    .where('r.town_id', '=', desk.town)
    .where(await visiblePatrols(desk, actor, sql.ref('r.unit_id')))
    .where(sql<boolean>`coalesce(life.valid_to <= ${today}, false) = ${closed}`)
    .execute();
  const under = unit == null ? null : new Set(await unitsUnder(desk, unit, 'unit'));
  const routes = rows.filter((row) => under === null || under.has(row.unit_id)).map(routeOf);
  const named = await Promise.all(
    routes.map(async (route) => ({ route, name: (await routeOn(desk, route, today)).name })),
  );
  named.sort((a, b) => byPinyin(a.name, b.name) || a.route.uuid.localeCompare(b.route.uuid));
  return pageOf(
    named.map(({ route }) => route),
    args,
    ({ uuid }) => uuid,
  );
}
