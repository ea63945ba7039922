const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const BEHIND = 'lianxin.behind';
const storage = typeof window === 'undefined' ? undefined : window.localStorage;

/** How far this machine's clock is behind the server's, in milliseconds; kept for when there is no server to ask. */
let behind = Number(storage?.getItem(BEHIND) ?? 0) || 0;

/** Goes by the server's clock from here on, out of the `Date` of an answer: a machine's own may be wrong by days. */
export function setServerTime(date: string | null): void {
  const moment = Date.parse(date ?? '');
  if (Number.isNaN(moment)) return;
  const now = moment - Date.now();
  // An answer says its time in whole seconds.
  if (Math.abs(now - behind) > 2000) storage?.setItem(BEHIND, String(now));
  behind = now;
}

/** This moment by the server's clock, as far as it is known. */
export function presentMoment(): Date {
  return new Date(Date.now() + behind);
}

/** The day in Shanghai at an instant, as the contract writes it: "2026-11-22". Today's by the server's clock. */
export function dayInShanghai(instant: Date = presentMoment()): string {
  return shanghai.format(instant);
}

/** A moment for people, in Shanghai time. */
export function momentInShanghai(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(instant));
}

/** A moment for people to the second, in Shanghai time. */
export function secondInShanghai(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(new Date(instant));
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });

/** The time of day in Shanghai at a moment, such as 08:30. */
export function timeInShanghai(instant: string): string {
  return clock.format(new Date(instant));
}

/** The day so many days after a day, or before it, as the contract writes it. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day before a day. */
export function dayBefore(day: string): string {
  return daysAfter(day, -1);
}

/** A day, or today while that lies ahead. */
export function dayOrToday(day: string, today: string = dayInShanghai()): string {
  return day < today ? day : today;
}

/** Whether the life of something is over on the day it is shown; `validTo` is the first day after its life. */
export function isOver({ asOf, validTo }: { asOf: string; validTo: string | null }): boolean {
  return validTo !== null && validTo <= asOf;
}

/** The last day of what is over on the day it is shown; null while it lasts, or where it was undone on its first day. */
export function lastDayOf(of: { asOf: string; validFrom: string; validTo: string | null }): string | null {
  return of.validTo !== null && isOver(of) && of.validFrom < of.validTo ? dayBefore(of.validTo) : null;
}

/** Whether an address names a day of the calendar. */
export function isDay(text: string | null): text is string {
  const parsed = text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
  return parsed !== undefined && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text ?? '');
}
