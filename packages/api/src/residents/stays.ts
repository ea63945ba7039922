import type { Version, Versions } from '../db/versions.ts';
import type { StayState } from './resident-rows.ts';

/** Gives a resident's stays in one household other values from a day on. Stays elsewhere are as they were. */
export function changeStays(
  stays: Versions<StayState>,
  household: string,
  from: string,
  patch: Partial<StayState>,
): Version<StayState>[] {
  return stays.flatMap((stay) => {
    if (stay.state.household_id !== household || (stay.to !== null && stay.to <= from)) return [stay];
    const changed = { to: stay.to, state: { ...stay.state, ...patch } };
    if (stay.from >= from) return [{ from: stay.from, ...changed }];
    return [
      { from: stay.from, to: from, state: stay.state },
      { from, ...changed },
    ];
  });
}
