import { sql } from 'kysely';
import { townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { daysOf } from '../db/on-days.ts';
import type { UnitCountType } from '../towns/town.type.ts';
import { type UnitKind, unitKinds } from '../towns/unit-kind.ts';
import type { TreeKey } from './town-tree.ts';

/** Batch of how many units of each kind towns have on days, blocks of overlays left out. One statement. */
export async function unitCounts(desk: Desk, keys: readonly TreeKey[]): Promise<UnitCountType[][]> {
  const towns = townsOf(keys);
  const { rows } = await sql<{ town_id: number; day: string; kind: UnitKind; count: number }>`
    select v.town_id, day::text, v.kind, count(*) as count
    from unit_version v
    join unit u on u.town_id = v.town_id and u.id = v.unit_id
    join unnest(${daysOf(keys)}::date[]) as day on v.valid_from <= day and (v.valid_to is null or v.valid_to > day)
    where v.town_id = any(${towns}::bigint[]) and u.overlay_id is null and v.superseded_at is null
    group by v.town_id, day, v.kind`.execute(desk.db);
  const counts = Map.groupBy(rows, (row) => `${row.town_id} ${row.day}`);
  return keys.map(({ townId, asOf }) =>
    (counts.get(`${townId} ${asOf}`) ?? [])
      .map(({ kind, count }) => ({ kind, count }))
      .sort((a, b) => unitKinds.indexOf(a.kind) - unitKinds.indexOf(b.kind)),
  );
}
