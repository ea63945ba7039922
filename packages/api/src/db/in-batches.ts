import { sql } from 'kysely';
import type { Desk } from './door.ts';
import type { Tables } from './tables.ts';

/**
 * Goes through what is to be added to a town, so many at a time. PostgreSQL expects nothing of a town that a table did not
 * hold when it last looked at it, and would read all of the town for each key that points there; so it looks at these tables
 * again after the first batch, and each time when there are four times as many.
 */
export async function* inBatches<Thing>(
  desk: Desk,
  things: readonly Thing[],
  atOnce: number,
  tables: readonly (keyof Tables)[],
): AsyncGenerator<Thing[], void, undefined> {
  let looking = atOnce;
  for (let start = 0; start < things.length; start += atOnce) {
    if (start === looking) {
      await sql`select app.look_again(${tables}::text[])`.execute(desk.db);
      looking *= 4;
    }
    yield things.slice(start, start + atOnce);
  }
}
