import { holdsOn } from './versions.ts';

/** Keys of a batch that ask for something as it is on a day. */
type DatedKeys = readonly { asOf: string }[];

/**
 * The first and the last day that a batch is asked for. What holds on any day between them is read in one statement, and
 * `onDays` then tells what holds on which: the number of statements does not grow with the days.
 */
export function spanOf(keys: DatedKeys): { first: string; last: string } {
  const days = daysOf(keys);
  return { first: days[0] ?? '', last: days.at(-1) ?? '' };
}

/** The days that a batch is asked for, each once, in order. */
export function daysOf(keys: DatedKeys): string[] {
  return [...new Set(keys.map((key) => key.asOf))].sort();
}

/** What of the rows of a span holds on each day asked for, in the order of the rows. */
export function onDays<Row>(
  keys: DatedKeys,
  rows: readonly Row[],
  periodOf: (row: Row) => { from: string; to: string | null },
): Map<string, Row[]> {
  return new Map(daysOf(keys).map((day) => [day, rows.filter((row) => holdsOn(periodOf(row), day))]));
}
