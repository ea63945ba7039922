import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { unitOf } from './town-tree.ts';
import type { UnitType } from './unit.type.ts';

/**
 * A unit as a change has left it, for the change's payload: shown on the day of the change where that lies ahead, else
 * as of today.
 */
export async function changedUnit(desk: Desk, uuid: string, day: string, today: string): Promise<UnitType> {
  const asOf = day > today ? day : today;
  const row = await desk.db
    .selectFrom('unit_version as v')
    .innerJoin('unit as u', (join) => join.onRef('u.town_id', '=', 'v.town_id').onRef('u.id', '=', 'v.unit_id'))
    .select(['u.town_id', 'u.id', 'u.valid_from', 'u.valid_to', 'u.version'])
    .select(['v.name', 'v.code', 'v.kind', 'v.status', 'v.parent_id'])
    .where('v.town_id', '=', desk.town)
    .where('v.unit_id', '=', uuid)
    .where('v.valid_from', '<=', asOf)
    .orderBy('v.superseded_at', (order) => order.desc().nullsFirst())
    .orderBy('v.valid_from', 'desc')
    .executeTakeFirst();
  if (!row) throw notFound();
  return unitOf(row, asOf);
}
