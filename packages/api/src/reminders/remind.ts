import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Calendar } from '../calendars/calendar.ts';
import { calendarOf } from '../calendars/working-days.ts';
import type { Desk } from '../db/door.ts';
import { openStates } from '../handling/transitions.ts';
import { type RequestRow, requestOf, selectRequests } from '../requests/request-rows.ts';
import { standingOf } from '../requests/standing.ts';
import { dayOf } from '../today.ts';
import { type InCharge, inCharge } from './in-charge.ts';
import type { ReminderKind } from './reminder.entity.ts';
import { stillStands } from './still-stands.ts';

/** Working days after which a handled request should have been followed up; a rule of ours, as the towns name none. */
const daysToFollowUp = 3;
/** Reminders that are written in one statement. */
const rowsAtOnce = 1000;

/** That there is something to do about a request. */
interface Call {
  row: RequestRow;
  kind: ReminderKind;
  since: string;
}

/**
 * Reminds those who hold requests, and those in charge of their levels, of what is due by the next working day, overdue, or
 * handled and not followed up; takes away the reminders of what has been done since. On a day that the desk's town does not
 * work it does nothing, and a second time on one day nothing more.
 */
export async function remind(desk: Desk): Promise<void> {
  const today = dayOf(desk.now);
  const calendar = await desk.load(calendarOf, desk.town);
  if (!calendar.isWorkingDay(today)) return;
  await forgetDone(desk, today);
  const rows = await selectRequests(desk)
    .where('r.town_id', '=', desk.town)
    .where('r.state', 'in', [...openStates, 'HANDLED'])
    .where((where) =>
      where.or([where('r.state', '=', 'HANDLED'), where('r.due_on', '<=', calendar.addWorkingDays(today, 1))]),
    )
    .execute();
  const calls = rows.flatMap((row) => callOf(row, today, calendar) ?? []);
  const charge = await inCharge(desk);
  const made = (await Promise.all(calls.map((call) => remindersOf(desk, charge, call)))).flat();
  for (let start = 0; start < made.length; start += rowsAtOnce) {
    await desk.db
      .insertInto('reminder')
      .values(made.slice(start, start + rowsAtOnce))
      .onConflict((known) => known.columns(['town_id', 'account_id', 'request_id', 'kind', 'since']).doNothing())
      .execute();
  }
}

/** What is to be done about a request; undefined where there is time. */
function callOf(row: RequestRow, today: string, calendar: Calendar): Call | undefined {
  if (row.state !== 'HANDLED') {
    return { row, kind: row.due_on < today ? 'OVERDUE' : 'DUE_SOON', since: row.due_on };
  }
  if (row.handled_on === null || calendar.addWorkingDays(row.handled_on, daysToFollowUp) > today) return undefined;
  return { row, kind: 'FOLLOW_UP', since: row.handled_on };
}

/**
 * Whoever holds the request, and whoever has charge of its level; where it only comes near its deadline, the latter only
 * if nobody holds it.
 */
async function remindersOf(desk: Desk, charge: InCharge, { row, kind, since }: Call) {
  const holding = row.holder_id === null ? [] : charge.actingAs(row.holder_id);
  const alone = kind === 'DUE_SOON' && holding.length > 0;
  const inCharge = alone ? [] : charge.of(await standingOf(desk, requestOf(row)), row.level);
  return [...new Set([...inCharge, ...holding])].map((account_id) => ({
    town_id: desk.town,
    id: randomUUIDv7(),
    account_id,
    request_id: row.id,
    kind,
    since,
    holder_id: inCharge.includes(account_id) ? null : row.holder_id,
    made_at: desk.now,
    seen_at: null,
  }));
}

/** Deletes the reminders of what has been done. */
async function forgetDone(desk: Desk, today: string): Promise<void> {
  await sql`
    delete from reminder m using request r
    where m.town_id = ${desk.town} and r.town_id = m.town_id and r.id = m.request_id
      and not ${stillStands(today)}`.execute(desk.db);
}
