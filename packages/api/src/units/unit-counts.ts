import type { Desk } from '../db/door.ts';
import type { UnitCountType } from '../towns/town.type.ts';
import { unitKinds } from '../towns/unit-kind.ts';
import type { TreeKey } from './town-tree.ts';

/**
 * Batch of how many units of each kind towns have on a day, blocks of overlays left out. One statement for each day, for
 * any number of towns.
 */
export async function unitCounts(desk: Desk, keys: readonly TreeKey[]): Promise<UnitCountType[][]> {
  const days = [...new Set(keys.map((key) => key.asOf))];
  const counts = new Map<string, UnitCountType[]>();
  for (const day of days) {
    const towns = [...new Set(keys.filter((key) => key.asOf === day).map((key) => key.townId))];
    const rows = await desk.db
      .selectFrom('unit_version as v')
      .innerJoin('unit as u', (join) => join.onRef('u.town_id', '=', 'v.town_id').onRef('u.id', '=', 'v.unit_id'))
      .select(['v.town_id', 'v.kind', (all) => all.fn.count<number>('v.unit_id').as('count')])
      .where('v.town_id', 'in', towns)
      .where('u.overlay_id', 'is', null)
      .where('v.superseded_at', 'is', null)
      .where('v.valid_from', '<=', day)
      .where((or) => or.or([or('v.valid_to', 'is', null), or('v.valid_to', '>', day)]))
      .groupBy(['v.town_id', 'v.kind'])
      .execute();
    for (const { town_id, kind, count } of rows) {
      const key = `${town_id} ${day}`;
      counts.set(key, [...(counts.get(key) ?? []), { kind, count }]);
    }
  }
  return keys.map(({ townId, asOf }) =>
    (counts.get(`${townId} ${asOf}`) ?? []).sort((a, b) => unitKinds.indexOf(a.kind) - unitKinds.indexOf(b.kind)),
  );
}
