import type { Calendar } from '../calendars/calendar.ts';
import type { Desk } from '../db/door.ts';
import { openStates } from '../handling/transitions.ts';
import { type RequestRow, requestOf, selectRequests } from '../requests/request-rows.ts';
import { standingOf } from '../requests/standing.ts';
import type { InCharge } from './in-charge.ts';
import type { NewReminder, ReminderKind } from './reminder.entity.ts';

/** Working days after which a handled request should have been followed up; a rule of ours, as the towns name none. */
const daysToFollowUp = 3;

/** That there is something to do about a request. */
interface Call {
  row: RequestRow;
  kind: ReminderKind;
  since: string;
}

/** Who is to be reminded of which request of the desk's town. A number of statements that does not grow with them. */
export async function requestReminders(
  desk: Desk,
  charge: InCharge,
  today: string,
  calendar: Calendar,
): Promise<NewReminder[]> {
  const rows = await selectRequests(desk)
    .where('r.town_id', '=', desk.town)
    .where('r.state', 'in', [...openStates, 'HANDLED'])
    .where((where) =>
      where.or([where('r.state', '=', 'HANDLED'), where('r.due_on', '<=', calendar.addWorkingDays(today, 1))]),
    )
    .execute();
  const calls = rows.flatMap((row) => callOf(row, today, calendar) ?? []);
  return (await Promise.all(calls.map((call) => remindersOf(desk, charge, call)))).flat();
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
async function remindersOf(desk: Desk, charge: InCharge, { row, kind, since }: Call): Promise<NewReminder[]> {
  const holding = row.holder_id === null ? [] : charge.actingAs(row.holder_id);
  const alone = kind === 'DUE_SOON' && holding.length > 0;
  const inCharge = alone ? [] : charge.of(await standingOf(desk, requestOf(row)), row.level);
  return [...new Set([...inCharge, ...holding])].map((account_id) => ({
    ...{ account_id, kind, since, request_id: row.id, household_id: null },
    holder_id: inCharge.includes(account_id) ? null : row.holder_id,
  }));
}
