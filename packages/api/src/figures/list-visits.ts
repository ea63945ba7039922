import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { withinReach } from '../households/within-reach.ts';

/** Those of some visits of the desk's town that somebody may see, by their ids, the latest first. Three statements at the most. */
export async function visitsInReach(desk: Desk, actor: Actor, ids: readonly string[]): Promise<string[]> {
  const within = await withinReach(desk, actor, 'visit:read', sql`visit.household_id`);
  const rows = await desk.db
    .selectFrom('visit')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where(within)
    .orderBy('visited_on', 'desc')
    .orderBy('noted_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => row.id);
}
