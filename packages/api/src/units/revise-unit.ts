import { randomUUIDv7 } from 'node:crypto';
import type { Desk } from '../db/door.ts';
import { supersedePresent } from '../db/revise.ts';
import type { UnitType } from './unit.type.ts';

/** What a unit is over a period. */
export interface UnitState {
  name: string;
  code: string | null;
  kind: UnitType['kind'];
  status: 'PREPARATORY' | 'ACTIVE';
  parent_id: string | null;
}

/** Lets a unit be something else from a day on, or, with null, nothing any more. */
export async function replaceVersion(desk: Desk, uuid: string, from: string, next: UnitState | null): Promise<void> {
  const present = await supersedePresent<UnitState & { valid_from: string }>(desk, 'unit', uuid);
  const { name, code, kind, status, parent_id, valid_from } = present;
  const rows = [
    ...(valid_from < from ? [versionRow(desk, uuid, { name, code, kind, status, parent_id }, valid_from, from)] : []),
    ...(next ? [versionRow(desk, uuid, next, from, null)] : []),
  ];
  if (rows.length > 0) await desk.db.insertInto('unit_version').values(rows).execute();
}

/** A row of unit_version, recorded now. */
export function versionRow(desk: Desk, unitId: string, state: UnitState, from: string, to: string | null) {
  return {
    town_id: desk.town,
    id: randomUUIDv7(),
    unit_id: unitId,
    ...state,
    valid_from: from,
    valid_to: to,
    recorded_at: desk.now,
    superseded_at: null,
    restructuring_id: null,
    superseded_by_id: null,
  };
}
