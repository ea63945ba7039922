import type { Desk } from '../db/door.ts';
import type { RequestKey } from '../requests/request-rows.ts';

/** Batch of the petitions out of which requests were raised, by their ids in the town. One statement. */
export async function petitionOfRequests(desk: Desk, keys: readonly RequestKey[]): Promise<(string | undefined)[]> {
  const rows = await desk.db
    .selectFrom('petition_request')
    .select(['town_id', 'petition_id', 'request_id'])
    .where('town_id', 'in', [...new Set(keys.map((key) => key.townId))])
    .where('request_id', 'in', [...new Set(keys.map((key) => key.uuid))])
    .execute();
  const byRequest = new Map(rows.map((row) => [`${row.town_id} ${row.request_id}`, row.petition_id]));
  return keys.map(({ townId, uuid }) => byRequest.get(`${townId} ${uuid}`));
}
