import { Temporal } from 'temporal-polyfill';
import type { Desk } from '../db/door.ts';
import { dayOf } from '../today.ts';

/** The day so many days ago. */
export function dayAgo(desk: Desk, days: number): string {
  return Temporal.PlainDate.from(dayOf(desk.now)).subtract({ days }).toString();
}

/** A time of the day, as 09:20, so many days ago; where it is still to come today, yesterday's. */
export function momentAgo(desk: Desk, days: number, clock: string): Date {
  const at = new Date(`${dayAgo(desk, days)}T${clock}:00+08:00`);
  return at <= desk.now ? at : new Date(`${dayAgo(desk, days + 1)}T${clock}:00+08:00`);
}

/** The moment so many minutes ago. */
export function minutesAgo(desk: Desk, minutes: number): Date {
  return new Date(desk.now.getTime() - minutes * 60_000);
}
