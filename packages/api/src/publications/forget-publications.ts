import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { dayOf } from '../today.ts';

/** How long somebody who is in no team yet may have agreed to be shown, in milliseconds. */
const waits = 24 * 60 * 60 * 1000;

/**
 * Ends what people of the desk's town agreed to who are in no team any more: they agreed as who is in charge of a block. Telephone and
 * photograph go. Who joins a team again is asked again. One statement.
 */
export async function forgetPublications(desk: Desk): Promise<void> {
  await sql`
    update publication a set telephone = null, photo_id = null, ended_at = ${desk.now}
    where a.town_id = ${desk.town} and a.ended_at is null and a.recorded_at < ${new Date(desk.now.getTime() - waits)}
      and not exists (select from team_member m where m.town_id = a.town_id and m.person_id = a.person_id
        and (m.valid_to is null or m.valid_to > ${dayOf(desk.now)}))`.execute(desk.db);
}
