import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, notFound } from '../errors.ts';
import { requirePeople } from '../people/require-people.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { routeOn } from './route-rows.ts';

const mostPeople = 20;
/** How far a device's clock may be ahead, and how long a patrol may last, in milliseconds. */
const clockSlip = 5 * 60 * 1000;
const longest = 24 * 60 * 60 * 1000;

/** What somebody gives account of: when a patrol was made, by whom, and what it came by. Ids are those in the town. */
export interface PatrolAccount {
  patrolledOn: string;
  beganAt: Date | null;
  endedAt: Date | null;
  people: readonly string[];
  stops: readonly string[];
  note: string | null;
}

/** When a patrol began and ended. Errors: BAD_INPUT on input.beganAt or input.endedAt. */
export function readTimes(
  desk: Desk,
  on: string,
  { beganAt = null, endedAt = null }: { beganAt?: Date | null | undefined; endedAt?: Date | null | undefined },
): Pick<PatrolAccount, 'beganAt' | 'endedAt'> {
  const latest = desk.now.getTime() + clockSlip;
  if (beganAt === null && endedAt !== null) throw badInput('input.beganAt', 'required');
  if (beganAt === null) return { beganAt, endedAt };
  if (dayOf(beganAt) !== on || beganAt.getTime() > latest) throw badInput('input.beganAt', 'beganOnDay', { date: on });
  const lasted = endedAt === null ? 1 : endedAt.getTime() - beganAt.getTime();
  if (lasted <= 0 || lasted > longest || (endedAt?.getTime() ?? 0) > latest)
    throw badInput('input.endedAt', 'endedAfter');
  return { beganAt, endedAt };
}

/** The people who took part. Errors: BAD_INPUT on input.people for none or too many; NOT_FOUND on input.people.N. */
export async function readPeople(desk: Desk, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0 || ids.length > mostPeople) throw badInput('input.people', 'patrolPeople', { most: mostPeople });
  return requirePeople(desk, ids, (index) => `input.people.${index}`);
}

/**
 * The stops that a patrol came by: of those that its route has on the day, all unless told; without a route none.
 * Errors: BAD_INPUT on input.stops for none, or for any without a route; NOT_FOUND on input.stops.N.
 */
export async function readStopsCameBy(
  desk: Desk,
  route: string | null,
  on: string,
  ids: readonly string[] | null | undefined,
): Promise<string[]> {
  if (route === null) {
    if (ids != null && ids.length > 0) throw badInput('input.stops', 'stopsWithoutRoute');
    return [];
  }
  const { stops } = await routeOn(desk, { townId: desk.town, uuid: route }, on);
  if (ids == null) return stops.map(({ uuid }) => uuid);
  if (ids.length === 0) throw badInput('input.stops', 'required');
  const known = new Set(stops.map(({ uuid }) => uuid));
  const named = ids.map((id, index) => {
    const uuid = requireIdIn(desk.town, id, 'PatrolStop', `input.stops.${index}`);
    if (!known.has(uuid)) throw notFound(`input.stops.${index}`);
    return uuid;
  });
  return [...new Set(named)];
}

/** What there is to say of a patrol; nothing but spaces is nothing. Errors: BAD_INPUT on input.note. */
export function readNote(note: string | null | undefined): string | null {
  return note == null || note.trim() === '' ? null : paragraphs(note, 'input.note');
}

/** Writes what an account says of a patrol as a version of it: `number` 1 is the first. */
export async function writePatrolVersion(
  desk: Desk,
  accountId: string,
  patrol: string,
  number: number,
  { patrolledOn, beganAt, endedAt, people, stops, note }: PatrolAccount,
  reason: string | null,
): Promise<void> {
  const version = { town_id: desk.town, id: newId(), patrol_id: patrol, number };
  const said = { patrolled_on: patrolledOn, began_at: beganAt, ended_at: endedAt, note, reason };
  await desk.db
    .insertInto('patrol_version')
    .values({ ...version, ...said, written_at: desk.now, written_by: accountId })
    .execute();
  const row = () => ({ town_id: desk.town, id: newId(), version_id: version.id });
  await desk.db
    .insertInto('patrol_member')
    .values(people.map((person_id) => ({ ...row(), person_id })))
    .execute();
  if (stops.length === 0) return;
  await desk.db
    .insertInto('patrolled_stop')
    .values(stops.map((stop_id) => ({ ...row(), stop_id })))
    .execute();
}
