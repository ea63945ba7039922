import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { heldBy, withinReach } from '../households/within-reach.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { orderedPageTogether } from '../schema/pages-together.ts';
import { unitsUnder } from '../units/standing-under.ts';
import { notePeopleOf } from './candidates.ts';
import type { EnrolmentFilter, EnrolmentsArgs } from './enrolment.input.ts';
import type { ProgrammeEnrolmentType } from './enrolment.type.ts';
import { type EnrolmentRow, enrolmentOf, selectEnrolments } from './enrolment-rows.ts';
import type { ProgrammeType } from './programme.type.ts';
import { sessionsOfProgrammes } from './programme-parts.ts';
import type { AttendanceState } from './programme-states.ts';

/**
 * A page of the enrolments in a programme that somebody may see, in the order in which they came.
 * Errors: NOT_FOUND on filter.unit, filter.session or filter.attendance.session; BAD_INPUT on enrolments for a programme of a sensitive category without a purpose, on
 * first, last, after or before.
 */
export async function listEnrolments(
  desk: Desk,
  ctx: Context,
  programme: ProgrammeType,
  args: EnrolmentsArgs,
): Promise<Connection<ProgrammeEnrolmentType>> {
  await notePeopleOf(desk, ctx, programme, 'enrolments');
  const conditions = await conditionsOf(desk, ctx, programme, args.filter ?? {});
  const all = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const page = await orderedPageTogether(
    desk,
    ['pages of enrolments', args],
    args,
    {
      ...{ by: 'e.recorded_at', type: 'timestamptz', id: 'e.id', latestFirst: false },
      keyOf: (row: EnrolmentRow) => ({ by: row.recorded_at, uuid: row.id }),
    },
    {
      rows: selectEnrolments(desk).where(all),
      counted: desk.db
        .selectFrom('programme_enrolment as e')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where(all),
    },
  );
  return fillPage(page, async (row) => enrolmentOf(row));
}

async function conditionsOf(
  desk: Desk,
  ctx: Context,
  { uuid }: ProgrammeType,
  { state, unit, session, attendance, hasResult }: EnrolmentFilter,
): Promise<RawBuilder<unknown>[]> {
  const conditions: RawBuilder<unknown>[] = [
    sql`e.town_id = ${desk.town} and e.programme_id = ${uuid}`,
    await withinReach(desk, ctx.signedIn, 'enrolment:read', sql`e.household_id`),
  ];
  if (state != null) conditions.push(sql`e.state = any(${state}::text[])`);
  if (unit != null) {
    conditions.push(heldBy(desk, sql`e.household_id`, await unitsUnder(desk, unit, 'filter.unit')));
  }
  if (session != null) {
    conditions.push(sql`e.session_id = ${await sessionOf(desk, uuid, session, 'filter.session')}`);
  }
  if (attendance != null) {
    const named = await sessionOf(desk, uuid, attendance.session, 'filter.attendance.session');
    conditions.push(attendanceCondition(named, attendance.is));
  }
  if (hasResult != null) conditions.push(resultCondition(hasResult));
  return conditions;
}

function resultCondition(hasResult: boolean): RawBuilder<unknown> {
  const recorded = sql`exists (select from programme_result r
    where r.town_id = e.town_id and r.enrolment_id = e.id and r.superseded_at is null)`;
  return hasResult ? recorded : sql`e.state = 'ENROLLED' and not ${recorded}`;
}

function attendanceCondition(session: string, is: AttendanceState): RawBuilder<unknown> {
  const recorded = sql`select from programme_attendance a where a.town_id = e.town_id and a.session_id = ${session}
    and a.enrolment_id = e.id and a.superseded_at is null`;
  return is === 'UNRECORDED'
    ? sql`e.state = 'ENROLLED' and coalesce(e.session_id, ${session}) = ${session} and not exists (${recorded})`
    : sql`exists (${recorded} and a.attended = ${is === 'ATTENDED'})`;
}

/** The session of a programme that a filter names, by its id in the town. Errors: NOT_FOUND on `field`. */
async function sessionOf(desk: Desk, programme: string, id: string, field: string): Promise<string> {
  const named = requireIdIn(desk.town, id, 'ProgrammeSession', field);
  const sessions = await desk.load(sessionsOfProgrammes, { townId: desk.town, uuid: programme });
  if (!sessions.some(({ uuid }) => uuid === named)) throw notFound(field);
  return named;
}
