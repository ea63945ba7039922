import { Temporal } from 'temporal-polyfill';
import { badInput, conflict } from '../errors.ts';

/** Nothing that the platform records began before the People's Republic. */
const earliest = '1949-10-01';
/** A change may be dated ahead, but a slip of the year should not pass. In years. */
const ahead = 5;

/**
 * The day from which a change holds: the one given, or today.
 * Errors: BAD_INPUT on `field` where it lies before 1949-10-01 or more than five years ahead.
 */
export function dayOfChange(given: string | null | undefined, today: string, field: string): string {
  const day = given ?? today;
  const latest = Temporal.PlainDate.from(today).add({ years: ahead }).toString();
  if (day < earliest || day > latest) throw badInput(field, 'dateBeyond');
  return day;
}

/**
 * The day on which something was done: the one given, or today.
 * Errors: those of dayOfChange; BAD_INPUT on `field` where it lies ahead.
 */
export function dayOfDeed(given: string | null | undefined, today: string, field: string): string {
  const day = dayOfChange(given, today, field);
  if (day > today) throw badInput(field, 'dateAhead');
  return day;
}

/**
 * The day from which something is another than it was last, or is over: the one given, or today.
 * Errors: those of dayOfChange; BAD_INPUT on `field` before what it was last began.
 */
export function dayOfNext(
  given: string | null | undefined,
  last: { validFrom: string },
  today: string,
  field: string,
): string {
  const day = dayOfChange(given, today, field);
  if (day < last.validFrom) throw badInput(field, 'dateBeforeChange', { date: last.validFrom });
  return day;
}

/**
 * Refuses a day on which something is not there.
 * Errors: BAD_INPUT on `dayField` before it began; CONFLICT on `field` where it has ended by then.
 */
export function requireThere(
  { validFrom, validTo }: { validFrom: string; validTo: string | null },
  day: string,
  field: string,
  dayField = 'input.from',
): void {
  if (day < validFrom) throw badInput(dayField, 'dateBeforeBeginning', { date: validFrom });
  if (validTo !== null && day >= validTo) throw conflict('endedBefore', field, { date: validTo });
}
