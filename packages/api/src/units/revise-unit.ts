import { randomUUIDv7 } from 'node:crypto';
import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import type { UnitType } from './unit.type.ts';

/** What a unit is over a period. */
export interface UnitState {
  name: string;
  kind: UnitType['kind'];
  status: 'PREPARATORY' | 'ACTIVE';
  parent_id: string | null;
}

/**
 * Checks that a unit can be changed from a day on, and counts up its version.
 * Errors: CONFLICT where it is closed, changed later already, or not as the caller saw it; BAD_INPUT on `dayField`
 * where the day lies before the unit's life.
 */
export async function beginRevision(
  desk: Desk,
  unit: UnitType,
  from: string,
  expectedVersion: number | null | undefined,
  dayField: string,
): Promise<void> {
  if (expectedVersion != null && expectedVersion !== unit.version)
    throw conflict('versionConflict', 'input.expectedVersion');
  if (unit.validTo !== null) throw conflict('unitClosed', 'input.unit');
  if (from < unit.validFrom) throw badInput(dayField, 'dateBeforeBeginning', { date: unit.validFrom });
  const later = await desk.db
    .selectFrom('unit_version')
    .select('valid_from')
    .where('town_id', '=', desk.town)
    .where('unit_id', '=', unit.uuid)
    .where('superseded_at', 'is', null)
    .where('valid_from', '>', from)
    .executeTakeFirst();
  if (later) throw conflict('dateBeforeChange', dayField, { date: later.valid_from });
  await desk.db
    .updateTable('unit')
    .set({ version: unit.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', unit.uuid)
    .execute();
}

/**
 * Ends a unit's present version on a day and, with `next`, goes on with another. The row that no longer holds is kept
 * as superseded; what was true before the day is written anew.
 */
export async function replaceVersion(desk: Desk, unit: UnitType, from: string, next: UnitState | null): Promise<void> {
  const [present] = await desk.db
    .updateTable('unit_version')
    .set({ superseded_at: desk.now })
    .where('town_id', '=', desk.town)
    .where('unit_id', '=', unit.uuid)
    .where('superseded_at', 'is', null)
    .where('valid_to', 'is', null)
    .returningAll()
    .execute();
  if (!present) throw new Error(`Unit ${unit.uuid} has no open version`);
  const rows = [];
  if (present.valid_from < from) {
    const { name, kind, status, parent_id, valid_from } = present;
    rows.push(versionRow(desk, unit.uuid, { name, kind, status, parent_id }, valid_from, from));
  }
  if (next) rows.push(versionRow(desk, unit.uuid, next, from, null));
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
  };
}
