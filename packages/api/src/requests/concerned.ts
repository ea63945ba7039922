import { anyOf, idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { householdOf } from '../households/find-household.ts';
import type { HouseholdType } from '../households/household.type.ts';

/** Batch of how many households requests concern. One statement. */
export async function concernedCounts(desk: Desk, keys: readonly TownKey[]): Promise<number[]> {
  const rows = await desk.db
    .selectFrom('request_household')
    .select(['town_id', 'request_id', (all) => all.fn.countAll<number>().as('count')])
    .where('town_id', 'in', townsOf(keys))
    .where('request_id', '=', anyOf(idsOf(keys)))
    .groupBy(['town_id', 'request_id'])
    .execute();
  return paired(keys, rows, 'request_id', (row) => row.count).map((found) => found ?? 0);
}

/** Batch of the households that requests concern, by number. One statement. */
export async function concernedBy(desk: Desk, keys: readonly TownKey[]): Promise<HouseholdType[][]> {
  const rows = await desk.db
    .selectFrom('request_household as c')
    .innerJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'c.town_id').onRef('h.id', '=', 'c.household_id'),
    )
    .select(['c.request_id', 'h.town_id', 'h.id', 'h.code', 'h.valid_from', 'h.valid_to', 'h.version'])
    .where('c.town_id', 'in', townsOf(keys))
    .where('c.request_id', '=', anyOf(idsOf(keys)))
    .orderBy('h.code')
    .orderBy('h.id')
    .execute();
  return parted(keys, rows, 'request_id', householdOf);
}
