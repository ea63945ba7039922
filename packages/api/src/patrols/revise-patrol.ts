import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { blockOver } from '../requests/unit-of-place.ts';
import { dayOfDeed } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { timelineOf } from '../units/timeline.ts';
import type { RevisePatrolInput, WithdrawPatrolInput } from './patrol.input.ts';
import type { PatrolType } from './patrol.type.ts';
import { readNote, readPeople, readStopsCameBy, readTimes, writePatrolVersion } from './patrol-account.ts';
import { membersOf, patrolledStopsOf, patrolVersionsOf } from './patrol-parts.ts';
import { reachesPatrol } from './patrol-reach.ts';
import { holdPatrol } from './patrol-rows.ts';
import { routesById } from './route-rows.ts';

const longestReason = 200;

/**
 * Writes a patrol anew; what was written before stays as an earlier version. A patrol whose day is corrected counts, with
 * what it brought up, for the block of the new day. Returns its id in the town.
 * Errors: NOT_FOUND on input.patrol, input.people.N or input.stops.N; BAD_INPUT on the field at fault; CONFLICT on
 * input.patrol where it was withdrawn, on input.expectedVersion, or on input.on where the unit was closed by then.
 */
export async function revisePatrol(desk: Desk, actor: Actor, input: RevisePatrolInput): Promise<string> {
  await holdTree(desk);
  const patrol = await holdPatrol(desk, actor, 'patrol:record', input.patrol);
  requireVersion(patrol, input.expectedVersion);
  const reason = oneLine(input.reason, 'input.reason', longestReason);
  const key = { townId: desk.town, uuid: patrol.versionUuid };
  const [versions, members] = await Promise.all([
    desk.load(patrolVersionsOf, { ...key, uuid: patrol.uuid }),
    desk.load(membersOf, key),
  ]);
  const patrolledOn = dayOfDeed(input.on ?? patrol.patrolledOn, dayOf(desk.now), 'input.on');
  const moved = patrolledOn !== patrol.patrolledOn;
  const block = moved ? await blockOn(desk, patrol, patrolledOn) : patrol.blockUuid;
  const times = {
    beganAt: input.beganAt === undefined && !moved ? patrol.beganAt : input.beganAt,
    endedAt: input.endedAt === undefined && !moved ? patrol.endedAt : input.endedAt,
  };
  const said = {
    ...{ patrolledOn, ...readTimes(desk, patrolledOn, times) },
    people: input.people == null ? members.map(({ uuid }) => uuid) : await readPeople(desk, input.people),
    stops: await stopsOf(desk, patrol, patrolledOn, input.stops),
    note: input.note == null ? (versions.at(-1)?.note ?? null) : readNote(input.note),
  };
  await writePatrolVersion(desk, actor.accountId, patrol.uuid, versions.length + 1, said, reason);
  await desk.db
    .updateTable('patrol')
    .set({ patrolled_on: patrolledOn, block_id: block, version: patrol.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', patrol.uuid)
    .execute();
  if (moved) await setFindings(desk, patrol, { patrolled_on: patrolledOn, block_id: block });
  return patrol.uuid;
}

/**
 * Withdraws a patrol that never was or was recorded twice: it counts nowhere, with all that it brought up, and stays to be
 * read with the reason. Requests that were raised from it go on. Whoever recorded it may, and whoever holds patrol:withdraw
 * there. Returns its id in the town.
 * Errors: NOT_FOUND on input.patrol; BAD_INPUT on input.reason; CONFLICT where it was withdrawn already.
 */
export async function withdrawPatrol(desk: Desk, actor: Actor, input: WithdrawPatrolInput): Promise<string> {
  await holdTree(desk);
  const patrol = await holdPatrol(desk, actor, 'patrol:record', input.patrol);
  const own = patrol.recordedById === actor.accountId;
  if (!own && !(await reachesPatrol(desk, actor, 'patrol:withdraw', patrol))) throw notFound('input.patrol');
  const reason = oneLine(input.reason, 'input.reason', longestReason);
  await desk.db
    .updateTable('patrol')
    .set({ withdrawn_at: desk.now, withdrawn_by: actor.accountId, withdrawn_reason: reason })
    .set({ version: patrol.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', patrol.uuid)
    .execute();
  await setFindings(desk, patrol, { withdrawn: true });
  return patrol.uuid;
}

/** The block for which it counts on another day. Errors: BAD_INPUT or CONFLICT on input.on. */
async function blockOn(desk: Desk, { unitUuid, routeUuid, townId }: PatrolType, on: string): Promise<string> {
  const timeline = await desk.load(timelineOf, desk.town);
  const route = routeUuid === null ? undefined : await desk.load(routesById, { townId, uuid: routeUuid });
  const began = [timeline.lifeOf(unitUuid)?.from, route?.validFrom].find((from) => from !== undefined && on < from);
  if (began !== undefined) throw badInput('input.on', 'dateBeforeBeginning', { date: began });
  if (!timeline.stateOn(unitUuid, on)) throw conflict('unitClosed', 'input.on');
  if (route && route.validTo !== null && on >= route.validTo) throw conflict('routeClosed', 'input.on');
  return blockOver(timeline, unitUuid, on);
}

/** What it came by: as before unless told. Errors: those of readStopsCameBy. */
async function stopsOf(
  desk: Desk,
  patrol: PatrolType,
  on: string,
  ids: readonly string[] | null | undefined,
): Promise<string[]> {
  if (ids != null) return readStopsCameBy(desk, patrol.routeUuid, on, ids);
  const stops = await desk.load(patrolledStopsOf, { townId: desk.town, uuid: patrol.versionUuid });
  return stops.filter(({ cameBy }) => cameBy).map(({ stop }) => stop.uuid);
}

/** What all that a patrol brought up is counted by. */
async function setFindings(
  desk: Desk,
  patrol: PatrolType,
  values: { patrolled_on: string; block_id: string } | { withdrawn: boolean },
): Promise<void> {
  await desk.db
    .updateTable('patrol_finding')
    .set(values)
    .where('town_id', '=', desk.town)
    .where('patrol_id', '=', patrol.uuid)
    .execute();
}
