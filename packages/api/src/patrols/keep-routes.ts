import type { Actor } from '../access/actor.ts';
import { endVersion } from '../db/dated-identity.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { unitOfPlace } from '../requests/unit-of-place.ts';
import { dayOfChange, dayOfNext } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import type { ChangePatrolRouteInput, ClosePatrolRouteInput, OpenPatrolRouteInput } from './patrol-route.input.ts';
import { getRouteFor, routeVersionsOf } from './route-rows.ts';

const mostStops = 50;

/**
 * Opens a route in a unit. Returns its id in the town.
 * Errors: NOT_FOUND on input.unit out of reach; BAD_INPUT on input.name, input.stops or input.stops.N, and where the unit
 * is a block of an overlay, or not there yet, on input.unit or input.from; CONFLICT on input.unit where it is closed.
 */
export async function openPatrolRoute(desk: Desk, actor: Actor, input: OpenPatrolRouteInput): Promise<string> {
  await holdTree(desk);
  const from = dayOfChange(input.from, dayOf(desk.now), 'input.from');
  const needs = { actor, permission: 'patrol:plan' } as const;
  const { unit } = await unitOfPlace(desk, needs, input.unit, from, { unit: 'input.unit', on: 'input.from' });
  const name = oneLine(input.name, 'input.name');
  const stops = readStops(input.stops);
  const route = { town_id: desk.town, id: newId(), unit_id: unit, version: 1 };
  await desk.db
    .insertInto('patrol_route')
    .values({ ...route, recorded_at: desk.now, recorded_by: actor.accountId })
    .execute();
  await writeRouteVersion(desk, route.id, name, stops, from);
  return route.id;
}

/**
 * Says what a route is called and where it leads from a day on. What patrols came by before stays. Returns its id in the
 * town.
 * Errors: NOT_FOUND on input.route out of reach; BAD_INPUT on input.name where neither is told, or on the field at fault;
 * CONFLICT on input.expectedVersion, or on input.route where it is closed.
 */
export async function changePatrolRoute(desk: Desk, actor: Actor, input: ChangePatrolRouteInput): Promise<string> {
  const { route, last } = await holdRoute(desk, actor, input.route);
  requireVersion(route, input.expectedVersion);
  if (input.name == null && input.stops == null) throw badInput('input.name', 'required');
  const from = dayOfNext(input.from, last, dayOf(desk.now), 'input.from');
  const name = input.name == null ? last.name : oneLine(input.name, 'input.name');
  const stops = input.stops == null ? last.stops.map((stop) => stop.name) : readStops(input.stops);
  await endVersion(desk, 'patrol_route', route, last, from);
  await writeRouteVersion(desk, route.uuid, name, stops, from);
  return route.uuid;
}

/**
 * Closes a route on a day, the first without it. Returns its id in the town.
 * Errors: NOT_FOUND on input.route out of reach; BAD_INPUT on input.on; CONFLICT on input.route where it is closed.
 */
export async function closePatrolRoute(desk: Desk, actor: Actor, input: ClosePatrolRouteInput): Promise<string> {
  const { route, last } = await holdRoute(desk, actor, input.route);
  await endVersion(desk, 'patrol_route', route, last, dayOfNext(input.on, last, dayOf(desk.now), 'input.on'));
  return route.uuid;
}

/** The route that is changed, with its last version; another change of it waits. */
async function holdRoute(desk: Desk, actor: Actor, id: string) {
  await holdTree(desk);
  const named = await getRouteFor(desk, actor, 'patrol:plan', id, 'input.route');
  await desk.db
    .selectFrom('patrol_route')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', '=', named.uuid)
    .forUpdate()
    .execute();
  desk.forget();
  const route = await getRouteFor(desk, actor, 'patrol:plan', id, 'input.route');
  const last = (await desk.load(routeVersionsOf, { townId: desk.town, uuid: route.uuid })).at(-1);
  if (!last || last.validTo !== null) throw conflict('alreadyEnded', 'input.route');
  return { route, last };
}

/** The names of stops, checked. Errors: BAD_INPUT on input.stops for none or too many, or on input.stops.N. */
function readStops(names: readonly string[]): string[] {
  if (names.length === 0 || names.length > mostStops) throw badInput('input.stops', 'stops', { most: mostStops });
  const stops = names.map((name, index) => oneLine(name, `input.stops.${index}`));
  const twice = stops.findIndex((name, index) => stops.indexOf(name) < index);
  if (twice >= 0) throw badInput(`input.stops.${twice}`, 'listedTwice');
  return stops;
}

async function writeRouteVersion(desk: Desk, route: string, name: string, stops: readonly string[], from: string) {
  const version = { town_id: desk.town, id: newId(), route_id: route, name, valid_from: from, valid_to: null };
  await desk.db.insertInto('patrol_route_version').values(version).execute();
  await desk.db
    .insertInto('patrol_stop')
    .values(
      stops.map((stop, index) => ({
        ...{ town_id: desk.town, id: newId(), version_id: version.id, position: index + 1, name: stop },
      })),
    )
    .execute();
}
