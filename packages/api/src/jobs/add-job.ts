import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { Ids, Task, Undertaking } from './task.ts';

/** When a job is done, and what it takes the place of. */
export interface JobOptions {
  /** Not before this moment. */
  at?: Date;
  /** Among the town's jobs of the task the one of this name: it takes the place of one that waits. */
  instead?: string;
}

/**
 * Adds a job for the desk's town to the desk's transaction: it is done after the commit, or never. It may come
 * more than once. Rejects where the task is in no registry, or the job is about anything but ids.
 */
export async function addJob<About extends Ids>(
  desk: Desk,
  { name }: Task<About> | Pick<Undertaking, 'name' | 'seat'>,
  about: About,
  { at, instead }: JobOptions = {},
): Promise<void> {
  await sql`select app.add_job(${name}, ${JSON.stringify(about)}, ${at ?? null}, ${instead ?? null})`.execute(desk.db);
}
