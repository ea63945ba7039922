import { idsOf, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { RequestKey } from './request-rows.ts';

/**
 * Batch: whether requests were ever referred to a party outside, or handled. Told from their steps, since a request that goes
 * to another level, or is opened again, no longer says so itself. One statement.
 */
export async function touched(desk: Desk, keys: readonly RequestKey[]): Promise<boolean[]> {
  const rows = await desk.db
    .selectFrom('request_event')
    .select(['town_id', 'request_id'])
    .distinct()
    .where('town_id', 'in', townsOf(keys))
    .where('request_id', 'in', idsOf(keys))
    .where('step', 'in', ['REFER', 'HANDLE'])
    .execute();
  const found = new Set(rows.map((row) => `${row.town_id} ${row.request_id}`));
  return keys.map(({ townId, uuid }) => found.has(`${townId} ${uuid}`));
}
