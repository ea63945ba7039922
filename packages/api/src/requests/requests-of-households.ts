import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { HouseholdKey } from '../households/household-places.ts';
import type { RequestType } from './request.type.ts';
import { requestOf, selectRequests } from './request-rows.ts';

/** Batch of the requests that concern households, the latest first. One statement. */
export async function requestsOfHouseholds(desk: Desk, keys: readonly HouseholdKey[]): Promise<RequestType[][]> {
  const rows = await selectRequests(desk)
    .innerJoin('request_household as c', (join) =>
      join.onRef('c.town_id', '=', 'r.town_id').onRef('c.request_id', '=', 'r.id'),
    )
    .select('c.household_id as concerned')
    .where('c.town_id', 'in', [...new Set(keys.map((key) => key.townId))])
    .where('c.household_id', '=', sql<string>`any(${keys.map((key) => key.uuid)}::uuid[])`)
    .orderBy('r.raised_on', 'desc')
    .orderBy('r.id', 'desc')
    .execute();
  const byHousehold = Map.groupBy(rows, (row) => `${row.town_id} ${row.concerned}`);
  return keys.map(({ townId, uuid }) => (byHousehold.get(`${townId} ${uuid}`) ?? []).map(requestOf));
}
