import type { Desk } from '../db/door.ts';
import { dayOf } from '../today.ts';

/**
 * Notes once of each consent of the desk's town that its last day is over, so that its application is told: a trigger does that (migration
 * 105), as of an end that somebody decided. One statement.
 */
export async function noteConsentsOver(desk: Desk): Promise<void> {
  await desk.db
    .updateTable('application_consent')
    .set({ run_out_at: desk.now })
    .where('town_id', '=', desk.town)
    .where('ended_at', 'is', null)
    .where('run_out_at', 'is', null)
    .where('valid_to', '<=', dayOf(desk.now))
    .execute();
}
