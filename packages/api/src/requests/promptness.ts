import { calendarOf } from '../calendars/working-days.ts';
import type { Desk } from '../db/door.ts';
import { dayOf } from '../today.ts';

/** So many working days after the day on which residents told it a request may be recorded. */
const workingDays = 1;

/** Whether a request that residents told on a day is recorded in time if it is recorded at a moment. */
export async function isInTime(desk: Desk, toldOn: string, recordedAt: Date): Promise<boolean> {
  const calendar = await desk.load(calendarOf, desk.town);
  return dayOf(recordedAt) <= calendar.addWorkingDays(toldOn, workingDays);
}
