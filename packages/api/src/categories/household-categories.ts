import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { HouseholdKey } from '../households/household-places.ts';
import { globalId } from '../schema/global-id.ts';
import type { CategoryType, HouseholdCategoryType } from './category.type.ts';

/** Batch of the periods in which households are in categories, oldest first. One statement. */
export async function categoriesOfHouseholds(
  desk: Desk,
  keys: readonly HouseholdKey[],
): Promise<HouseholdCategoryType[][]> {
  const rows = await selectHeld(desk)
    .where('town_id', 'in', [...new Set(keys.map((key) => key.townId))])
    .where('household_id', '=', anyOf([...new Set(keys.map((key) => key.uuid))]))
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  const byHousehold = Map.groupBy(rows, (row) => `${row.town_id} ${row.household_id}`);
  return keys.map(({ townId, uuid }) => (byHousehold.get(`${townId} ${uuid}`) ?? []).map((row) => heldOf(desk, row)));
}

/** Batch of periods by their ids. */
export async function householdCategoriesById(
  desk: Desk,
  keys: readonly HouseholdKey[],
): Promise<(HouseholdCategoryType | undefined)[]> {
  const rows = await selectHeld(desk)
    .where('town_id', 'in', [...new Set(keys.map((key) => key.townId))])
    .where('id', '=', anyOf(keys.map((key) => key.uuid)))
    .execute();
  return keys.map(({ townId, uuid }) => {
    const row = rows.find((each) => each.town_id === townId && each.id === uuid);
    return row && heldOf(desk, row);
  });
}

/** The periods in which households of the desk's town are in a category on a day or after it. One statement. */
export async function householdsInCategory(
  desk: Desk,
  { uuid, sensitive }: CategoryType,
  day: string,
): Promise<HouseholdCategoryType[]> {
  const rows = await selectHeld(desk)
    .where('town_id', '=', desk.town)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .$if(sensitive, (query) => query.where('sealed', 'is not', null))
    .$if(!sensitive, (query) => query.where('category_id', '=', uuid))
    .execute();
  return rows.map((row) => heldOf(desk, row)).filter((held) => held.categoryUuid === uuid);
}

/** Ids as one value: PostgreSQL takes 65,535 of them, and a town has more households in categories. */
export function anyOf(ids: readonly string[]) {
  return sql<string>`any(${[...ids]}::uuid[])`;
}

/** What a row holds sealed, or open. */
export function contentOf(
  desk: Desk,
  { categoryUuid, why }: Pick<HouseholdCategoryType, 'categoryUuid' | 'why'>,
  row: { id: string; householdUuid: string },
  sensitive: boolean,
) {
  if (!sensitive) return { category_id: categoryUuid, reason: why, sealed: null, key_id: null };
  const { sealed, keyId } = desk.sealing.seal(`${categoryUuid}${why}`, boundTo(desk.town, row.householdUuid, row.id));
  return { category_id: null, reason: null, sealed, key_id: keyId };
}

function selectHeld(desk: Desk) {
  return desk.db
    .selectFrom('household_category')
    .select(['town_id', 'id', 'household_id', 'category_id', 'reason', 'sealed', 'key_id'])
    .select(['valid_from', 'valid_to', 'recorded_at']);
}

type HeldRow = Awaited<ReturnType<ReturnType<typeof selectHeld>['execute']>>[number];

function heldOf(desk: Desk, row: HeldRow): HouseholdCategoryType {
  const { town_id: townId, id: uuid, household_id: householdUuid } = row;
  return {
    townId,
    uuid,
    householdUuid,
    ...opened(desk, row),
    id: globalId('HouseholdCategory', townId, uuid),
    sensitive: row.sealed !== null,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    recordedAt: row.recorded_at,
  };
}

function opened(desk: Desk, { town_id, id, household_id, category_id, reason, sealed, key_id }: HeldRow) {
  if (category_id !== null) return { categoryUuid: category_id, why: reason ?? '' };
  if (sealed === null || key_id === null) throw new Error(`Household category ${id} is neither open nor sealed`);
  const text = desk.sealing.open({ sealed, keyId: key_id }, boundTo(town_id, household_id, id));
  return { categoryUuid: text.slice(0, uuidLength), why: text.slice(uuidLength) };
}

const uuidLength = 36;

/** What a sealed row is bound to, so that it tells nothing in the place of another. */
function boundTo(townId: number, household: string, id: string): string {
  return `household_category ${townId} ${household} ${id}`;
}
