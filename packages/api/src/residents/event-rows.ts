import { anyOf, idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { HouseholdEventType } from './household-event.type.ts';

/** Whether an entry is told to who sees the categories of its household, or does not: that one began or ended tells of a category. */
export function isTold(seesCategories: boolean): (event: HouseholdEventType) => boolean {
  return ({ kind }) => seesCategories || (kind !== 'CATEGORIZED' && kind !== 'UNCATEGORIZED');
}

/** Batch of the entries in households' records, the latest first. One statement. */
export async function eventsOf(desk: Desk, keys: readonly TownKey[]): Promise<HouseholdEventType[][]> {
  return entries(desk, keys, 'household_id');
}

/** Batch of what was learnt at visits, as entries in their households' records, the latest first. One statement. */
export async function eventsOfVisits(desk: Desk, keys: readonly TownKey[]): Promise<HouseholdEventType[][]> {
  return entries(desk, keys, 'visit_id');
}

async function entries(
  desk: Desk,
  keys: readonly TownKey[],
  by: 'household_id' | 'visit_id',
): Promise<HouseholdEventType[][]> {
  const rows = await selectEvents(desk, keys, by);
  return parted(keys, rows, by, eventOf);
}

function selectEvents(desk: Desk, keys: readonly TownKey[], by: 'household_id' | 'visit_id') {
  return desk.db
    .selectFrom('household_event as e')
    .innerJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'e.town_id').onRef('h.id', '=', 'e.household_id'),
    )
    .leftJoin('resident as r', (join) => join.onRef('r.town_id', '=', 'e.town_id').onRef('r.id', '=', 'e.resident_id'))
    .select(['e.town_id', 'e.id', 'e.household_id', 'e.kind', 'e.recorded_at', 'e.account_id', 'e.day'])
    .select(['e.resident_id', 'e.other_id', 'e.changes', 'e.visit_id', 'e.household_category_id'])
    .select(['h.audit_key as household_key', 'r.audit_key as resident_key'])
    .where('e.town_id', 'in', townsOf(keys))
    .where(`e.${by}`, '=', anyOf(idsOf(keys)))
    .orderBy('e.recorded_at', 'desc')
    .orderBy('e.position', 'desc')
    .orderBy('e.id', 'desc')
    .execute();
}

function eventOf(row: Awaited<ReturnType<typeof selectEvents>>[number]): HouseholdEventType {
  const subject = row.resident_key ?? row.household_key;
  return {
    townId: row.town_id,
    uuid: row.id,
    id: globalId('HouseholdEvent', row.town_id, row.id),
    kind: row.kind,
    recordedAt: row.recorded_at,
    accountId: row.account_id,
    day: row.day,
    residentUuid: row.resident_id,
    otherUuid: row.other_id,
    visitUuid: row.visit_id,
    householdCategoryUuid: row.household_category_id,
    changes: row.changes.map((change) => ({ townId: row.town_id, subject, change, field: change.field })),
  };
}
