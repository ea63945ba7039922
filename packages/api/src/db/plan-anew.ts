import { sql } from 'kysely';
import type { Desk } from './door.ts';

/**
 * Has PostgreSQL plan statements anew, to be called before many rows are added at once. A connection plans the check of a
 * foreign key once; where it did so while the table was nearly empty, each of thousands of checks would read all of it.
 */
export async function planAnew(desk: Desk): Promise<void> {
  await sql`discard plans`.execute(desk.db);
}
