import { Temporal } from 'temporal-polyfill';

/** The moment that was asked about last, in milliseconds, and its day: one operation asks about its own again and again. */
let latest = { moment: Number.NaN, day: '' };

/** The day in Asia/Shanghai at a moment, as `2026-11-22`. */
export function dayOf(moment: Date): string {
  if (moment.getTime() !== latest.moment) latest = { moment: moment.getTime(), day: dayAt(moment) };
  return latest.day;
}

function dayAt(moment: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDate()
    .toString();
}

/** The day before one. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

/** The day after one. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** Which day of the week a day is: 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay() || 7;
}

/** The moment at which a day begins in Asia/Shanghai. */
export function beginningOf(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime('Asia/Shanghai').epochMilliseconds);
}
