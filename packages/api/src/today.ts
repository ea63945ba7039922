import { Temporal } from 'temporal-polyfill';

/** The day that was asked about last, from a moment to another, in milliseconds: it is nearly always today. */
let latest = { from: 0, to: 0, day: '' };

/** The day in Asia/Shanghai at a moment, as `2026-11-22`. */
export function dayOf(moment: Date): string {
  const at = moment.getTime();
  if (at < latest.from || at >= latest.to) {
    const day = dayAt(moment);
    latest = { from: beginningOf(day).getTime(), to: beginningOf(dayAfter(day)).getTime(), day };
  }
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
