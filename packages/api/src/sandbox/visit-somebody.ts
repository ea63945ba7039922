import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { recordInvented } from '../demo/demo-visits.ts';
import { dayOf } from '../today.ts';

/**
 * Records an invented visit to some household of the desk's town, so that webhooks and subscriptions have something to tell whoever writes
 * nothing. Nothing where nobody visits.
 */
export async function visitSomebody(desk: Desk): Promise<void> {
  const { rows } = await sql<{ household: string; block: string; visitor: string }>`
    select b.household_id as household, b.block_id as block, m.person_id as visitor
    from household_block b
    join team_version v on v.town_id = b.town_id and v.block_id = b.block_id and v.superseded_at is null and v.valid_to is null
    join team_member m on m.town_id = v.town_id and m.team_id = v.team_id and m.valid_to is null and m.person_id is not null
    where b.town_id = ${desk.town} and b.superseded_at is null and b.valid_to is null
    order by random() limit 1`.execute(desk.db);
  const [place] = rows;
  if (!place) return;
  const { household, block, visitor } = place;
  const about = desk.now.getUTCMinutes();
  const visitedOn = dayOf(desk.now);
  await recordInvented(desk, [
    { household, block, visitedOn, way: 'AT_HOME', visitors: [visitor], about, request: null },
  ]);
}
