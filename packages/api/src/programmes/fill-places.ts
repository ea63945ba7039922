import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { dayOf } from '../today.ts';
import type { ProgrammeRow } from './programme-rows.ts';

/**
 * Gives those who wait in a programme the places that are free, in the order in which they came, each to the session that they wait for
 * where that is not over. The programme must be held. Returns how many got one. One statement.
 */
export async function fillPlaces(desk: Desk, { id, places }: Pick<ProgrammeRow, 'id' | 'places'>): Promise<number> {
  const enrolments = sql`programme_enrolment where town_id = ${desk.town} and programme_id = ${id}`;
  const taken = sql`select count(*) from ${enrolments} and state = 'ENROLLED'`;
  const free = places === null ? sql`` : sql`limit greatest(${places} - (${taken}), 0)`;
  const { numAffectedRows } = await sql`
    with waiting as (
      select e.id, e.seq, row_number() over (partition by e.session_id order by e.seq) as rank,
        s.places - (select count(*) from ${enrolments} and session_id = e.session_id and state = 'ENROLLED') as free
      from programme_enrolment e
      left join programme_session s on s.town_id = e.town_id and s.id = e.session_id
      where e.town_id = ${desk.town} and e.programme_id = ${id} and e.state = 'WAITING'
        and (s.id is null or (s.called_off_at is null and s.held_on >= ${dayOf(desk.now)}))
    )
    update programme_enrolment set state = 'ENROLLED', version = version + 1
    where town_id = ${desk.town} and id in (
      select waiting.id from waiting where free is null or rank <= free order by seq
      ${free})`.execute(desk.db);
  return Number(numAffectedRows ?? 0);
}
