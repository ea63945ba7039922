import { anyOf, idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';

function selectAttendance(desk: Desk) {
  return desk.db
    .selectFrom('programme_attendance as a')
    .select(['a.town_id', 'a.id', 'a.session_id', 'a.enrolment_id', 'a.attended', 'a.given', 'a.recorded_at'])
    .select('a.recorded_by')
    .where('a.superseded_at', 'is', null);
}

/** A row of what holds of an attendance. */
export type AttendanceRow = Awaited<ReturnType<ReturnType<typeof selectAttendance>['executeTakeFirstOrThrow']>>;

/** Batch of what was recorded of enrolments, by the day of the session. One statement. */
export async function attendancesOf(desk: Desk, keys: readonly TownKey[]): Promise<AttendanceRow[][]> {
  const rows = await selectAttendance(desk)
    .innerJoin('programme_session as s', (join) =>
      join.onRef('s.town_id', '=', 'a.town_id').onRef('s.id', '=', 'a.session_id'),
    )
    .where('a.town_id', 'in', townsOf(keys))
    .where('a.enrolment_id', '=', anyOf(idsOf(keys)))
    .orderBy('s.held_on')
    .orderBy('a.id')
    .execute();
  return parted(keys, rows, 'enrolment_id', (row) => row);
}

/** A session, and who takes part. */
interface AtSession extends TownKey {
  enrolment: string;
}

/** Batch of what was recorded of enrolments at sessions. One statement. */
export async function attendanceAt(desk: Desk, keys: readonly AtSession[]): Promise<(AttendanceRow | undefined)[]> {
  const rows = await selectAttendance(desk)
    .where('a.town_id', 'in', townsOf(keys))
    .where('a.session_id', '=', anyOf(idsOf(keys)))
    .where('a.enrolment_id', '=', anyOf(keys.map(({ enrolment }) => enrolment)))
    .execute();
  const found = new Map(rows.map((row) => [`${row.town_id} ${row.session_id} ${row.enrolment_id}`, row]));
  return keys.map(({ townId, uuid, enrolment }) => found.get(`${townId} ${uuid} ${enrolment}`));
}

/** Batch of how many sessions enrolments are recorded to have come to. One statement. */
export async function attendedOf(desk: Desk, keys: readonly TownKey[]): Promise<number[]> {
  const rows = await desk.db
    .selectFrom('programme_attendance')
    .select(['town_id', 'enrolment_id', ({ fn }) => fn.countAll<number>().as('count')])
    .where('town_id', 'in', townsOf(keys))
    .where('enrolment_id', '=', anyOf(idsOf(keys)))
    .where('attended', '=', true)
    .where('superseded_at', 'is', null)
    .groupBy(['town_id', 'enrolment_id'])
    .execute();
  return parted(keys, rows, 'enrolment_id', ({ count }) => count).map(([count]) => count ?? 0);
}

/** How many came to a session, and how many of whom it was recorded did not. */
export interface Attendance {
  attended: number;
  absent: number;
}

/** Batch of how many came to sessions. One statement. */
export async function attendanceOfSessions(desk: Desk, keys: readonly TownKey[]): Promise<Attendance[]> {
  const rows = await desk.db
    .selectFrom('programme_attendance as a')
    .select(['a.town_id', 'a.session_id', 'a.attended', ({ fn }) => fn.countAll<number>().as('count')])
    .where('a.town_id', 'in', townsOf(keys))
    .where('a.session_id', '=', anyOf(idsOf(keys)))
    .where('a.superseded_at', 'is', null)
    .groupBy(['a.town_id', 'a.session_id', 'a.attended'])
    .execute();
  return parted(keys, rows, 'session_id', (row) => row).map((counts) => {
    const of = (attended: boolean) => counts.find((each) => each.attended === attended)?.count ?? 0;
    return { attended: of(true), absent: of(false) };
  });
}

/** Batch of how many who took part in programmes came to one of their sessions at least. One statement. */
export async function peopleWhoCame(desk: Desk, keys: readonly TownKey[]): Promise<number[]> {
  const rows = await desk.db
    .selectFrom('programme_attendance as a')
    .innerJoin('programme_enrolment as e', (join) =>
      join.onRef('e.town_id', '=', 'a.town_id').onRef('e.id', '=', 'a.enrolment_id'),
    )
    .select(['e.town_id', 'e.programme_id'])
    .select(({ fn }) => fn.count<number>('a.enrolment_id').distinct().as('count'))
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.programme_id', '=', anyOf(idsOf(keys)))
    .where('a.attended', '=', true)
    .where('a.superseded_at', 'is', null)
    .groupBy(['e.town_id', 'e.programme_id'])
    .execute();
  return parted(keys, rows, 'programme_id', ({ count }) => count).map(([count]) => count ?? 0);
}
