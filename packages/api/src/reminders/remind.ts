import { calendarOf } from '../calendars/working-days.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { dayOf } from '../today.ts';
import { inCharge } from './in-charge.ts';
import { requestReminders } from './request-reminders.ts';
import { forgetDone } from './still-stands.ts';
import { visitReminders } from './visit-reminders.ts';

/** Reminders that are written in one statement. */
const rowsAtOnce = 1000;

/**
 * Reminds those who hold requests, and those in charge of their levels, of what is due by the next working day, overdue, or
 * handled and not followed up; and teams of whom they must visit at once. Takes away the reminders of what has been done
 * since. On a day that the desk's town does not work it does nothing, and a second time on one day nothing more.
 */
export async function remind(desk: Desk): Promise<void> {
  const calendar = await desk.load(calendarOf, desk.town);
  if (calendar.isWorkingDay(dayOf(desk.now))) await remindAtOnce(desk);
}

/** Reminds as `remind` does, also on a day that the desk's town does not work. */
export async function remindAtOnce(desk: Desk): Promise<void> {
  const today = dayOf(desk.now);
  const calendar = await desk.load(calendarOf, desk.town);
  const charge = await inCharge(desk);
  const requests = await requestReminders(desk, charge, today, calendar);
  const visits = await visitReminders(desk, charge, calendar.addWorkingDays(today, 1));
  await forgetDone(desk, today, visits);
  const rows = [...requests, ...visits].map((reminder) => ({
    ...{ town_id: desk.town, id: newId(), ...reminder },
    ...{ made_at: desk.now, seen_at: null },
  }));
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await desk.db
      .insertInto('reminder')
      .values(rows.slice(start, start + rowsAtOnce))
      .onConflict((known) => known.doNothing())
      .execute();
  }
}
