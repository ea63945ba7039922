import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';

/**
 * Batch: whether requests were ever referred to a party outside, or handled. Told from their steps, since a request that goes
 * to another level, or is opened again, no longer says so itself. One statement.
 */
export async function touched(desk: Desk, keys: readonly TownKey[]): Promise<boolean[]> {
  const rows = await desk.db
    .selectFrom('request_event')
    .select(['town_id', 'request_id'])
    .distinct()
    .where('town_id', 'in', townsOf(keys))
    .where('request_id', 'in', idsOf(keys))
    .where('step', 'in', ['REFER', 'HANDLE'])
    .execute();
  return paired(keys, rows, 'request_id', () => true).map((each) => each === true);
}
