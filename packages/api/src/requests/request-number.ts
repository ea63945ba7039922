import type { Desk } from '../db/door.ts';

/** What people call a request by, such as R2026-000123. */
export function writeNumber({ year, number }: { year: number; number: number }): string {
  return `R${year}-${String(number).padStart(6, '0')}`;
}

/** Reads such a number; undefined where it is none. */
export function readNumber(text: string): { year: number; number: number } | undefined {
  const [, year, number] = /^R?(\d{4})-0*(\d{1,9})$/.exec(text.trim().toUpperCase()) ?? [];
  return year === undefined || number === undefined ? undefined : { year: Number(year), number: Number(number) };
}

/** Tables that count what a town numbers year by year. */
type Counter =
  | 'call_counter'
  | 'petition_counter'
  | 'mediation_counter'
  | 'project_counter'
  | 'relief_counter'
  | 'certificate_counter';

/**
 * Draws the next number of the desk's town for a year. Others that draw one wait until this transaction ends, so it comes
 * last before writing; where that fails the number is given to the next.
 */
export function nextNumber(desk: Desk, year: number, counter: Counter): Promise<number> {
  return nextNumbers(desk, year, counter, 1);
}

/** Draws so many numbers at once, and answers the last of them. */
export async function nextNumbers(desk: Desk, year: number, counter: Counter, many: number): Promise<number> {
  const { last } = await desk.db
    .insertInto(counter)
    .values({ town_id: desk.town, year, last: many })
    .onConflict((known) =>
      known
        .columns(['town_id', 'year'])
        .doUpdateSet(({ ref, eb }) => ({ last: eb(ref(`${counter}.last`), '+', many) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
