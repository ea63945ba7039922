import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';

/** Says of rows, by their ids in the town, that they hold no more, as the same is recorded anew. One statement. */
export async function supersede(
  desk: Desk,
  table: 'programme_attendance' | 'programme_result' | 'contest_score',
  ids: readonly string[],
): Promise<void> {
  await desk.db
    .updateTable(table)
    .set({ superseded_at: desk.now })
    .where('town_id', '=', desk.town)
    .where('id', '=', anyOf(ids))
    .execute();
}
