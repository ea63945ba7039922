import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';

/** Batch of the petitions out of which requests were raised, by their ids in the town. One statement. */
export async function petitionOfRequests(desk: Desk, keys: readonly TownKey[]): Promise<(string | undefined)[]> {
  const rows = await desk.db
    .selectFrom('petition_request')
    .select(['town_id', 'petition_id', 'request_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('request_id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'request_id', (row) => row.petition_id);
}
