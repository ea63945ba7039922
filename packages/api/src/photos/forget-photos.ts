import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';

/** The tables of whatever shows photographs, by `photo_id`. A test compares them with the catalogue. */
export const showing = ['patrol_photo', 'publication', 'request_photo'] as const;

/** How long a photograph waits for something to show it, in milliseconds. */
const waits = 24 * 60 * 60 * 1000;

/**
 * Deletes the photographs of the desk's town that nothing has come to show within a day: a form was given up, or refused.
 * `awaited` are kept nevertheless. One statement.
 */
export async function forgetPhotos(desk: Desk, awaited: readonly string[]): Promise<void> {
  const shown = showing.map(
    (table) => sql`exists (select from ${sql.table(table)} s where s.town_id = p.town_id and s.photo_id = p.id)`,
  );
  await sql`
    delete from photo p
    where p.town_id = ${desk.town} and p.added_at < ${new Date(desk.now.getTime() - waits)}
      and p.id <> all(${[...awaited]}::uuid[]) and not (${sql.join(shown, sql` or `)})`.execute(desk.db);
}
