import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { UnitState } from './timeline.ts';

/** A row of unit_version, recorded now, for what the register or a demo begins with. */
export function versionRow(desk: Desk, unitId: string, state: UnitState, from: string, to: string | null) {
  return {
    town_id: desk.town,
    id: newId(),
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
