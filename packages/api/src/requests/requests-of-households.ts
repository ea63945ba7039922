import { anyOf, idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { RequestType } from './request.type.ts';
import { requestOf, selectRequests } from './request-rows.ts';

/** Batch of the requests that concern households, the latest first. One statement. */
export async function requestsOfHouseholds(desk: Desk, keys: readonly TownKey[]): Promise<RequestType[][]> {
  const rows = await selectRequests(desk)
    .innerJoin('request_household as c', (join) =>
      join.onRef('c.town_id', '=', 'r.town_id').onRef('c.request_id', '=', 'r.id'),
    )
    .select('c.household_id as concerned')
    .where('c.town_id', 'in', townsOf(keys))
    .where('c.household_id', '=', anyOf(idsOf(keys)))
    .orderBy('r.raised_on', 'desc')
    .orderBy('r.id', 'desc')
    .execute();
  return parted(keys, rows, 'concerned', requestOf);
}
