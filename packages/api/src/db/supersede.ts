import { anyOf } from './batch.ts';
import type { Desk } from './door.ts';

/** Says of rows, by their ids in the town, that they hold no more, as the same is recorded anew. One statement. */
export async function supersede(
  desk: Desk,
  table: 'board_promise' | 'contact_rule' | 'contest_score' | 'programme_attendance' | 'programme_result',
  ids: readonly string[],
): Promise<void> {
  await desk.db
    .updateTable(table)
    .set({ superseded_at: desk.now })
    .where('town_id', '=', desk.town)
    .where('id', '=', anyOf(ids))
    .execute();
}
