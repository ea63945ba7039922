import { sql } from 'kysely';
import { townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { daysOf } from '../db/on-days.ts';
import type { TreeKey } from '../units/town-tree.ts';

/** Which town's teams, on which day: those of an overlay, or, with null, those of the geographic blocks. */
export interface TeamCountKey extends TreeKey {
  overlay: string | null;
}

/** Batch of how many teams towns, or overlays of theirs, have on days. One statement. */
export async function teamCounts(desk: Desk, keys: readonly TeamCountKey[]): Promise<number[]> {
  const towns = townsOf(keys);
  const { rows } = await sql<{ town_id: number; day: string; overlay: string | null; count: number }>`
    select v.town_id, day::text, u.overlay_id as overlay, count(*) as count
    from team_version v
    join unit u on u.town_id = v.town_id and u.id = v.block_id
    join unnest(${daysOf(keys)}::date[]) as day on v.valid_from <= day and (v.valid_to is null or v.valid_to > day)
    where v.town_id = any(${towns}::bigint[]) and v.superseded_at is null
    group by v.town_id, day, u.overlay_id`.execute(desk.db);
  const counts = new Map(rows.map(({ town_id, day, overlay, count }) => [`${town_id} ${day} ${overlay}`, count]));
  return keys.map(({ townId, asOf, overlay }) => counts.get(`${townId} ${asOf} ${overlay}`) ?? 0);
}
