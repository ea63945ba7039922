import { idsOf, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';

/** Batch of why Party organisations have ended, as people wrote it; not for a district office. One statement. */
export async function whyEnded(desk: Desk, keys: readonly TownKey[]): Promise<(string | null)[]> {
  const rows = await desk.db
    .selectFrom('party_organization')
    .select(['id', 'ended_because'])
    .where('town_id', 'in', townsOf(keys))
    .where('id', 'in', idsOf(keys))
    .execute();
  const reasons = new Map(rows.map((row) => [row.id, row.ended_because]));
  return keys.map(({ uuid }) => reasons.get(uuid) ?? null);
}
