import { sql } from 'kysely';
import { anyOf, idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import type { CategoryType, HouseholdCategoryType } from './category.type.ts';
import { contentOf } from './sealed-content.ts';

/** Which category of which town, and whether it is sensitive. */
type CategoryKey = TownKey & Pick<CategoryType, 'sensitive'>;

/** Batch of the periods in which households are in categories, oldest first. One statement. */
export async function categoriesOfHouseholds(desk: Desk, keys: readonly TownKey[]): Promise<HouseholdCategoryType[][]> {
  const rows = await selectHeld(desk)
    .where('held.town_id', 'in', townsOf(keys))
    .where('held.household_id', '=', anyOf(idsOf(keys)))
    .orderBy('held.valid_from')
    .orderBy('held.id')
    .execute();
  return parted(keys, rows, 'household_id', (row) => heldOf(desk, row));
}

/** Batch of periods by their ids. */
export async function householdCategoriesById(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(HouseholdCategoryType | undefined)[]> {
  const rows = await selectHeld(desk)
    .where('held.town_id', 'in', townsOf(keys))
    .where('held.id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', (row) => heldOf(desk, row));
}

/** The periods in which households of the desk's town are in a category on a day or after it, as put down. One statement. */
export async function householdsInCategory(
  desk: Desk,
  category: CategoryType,
  day: string,
): Promise<HouseholdCategoryType[]> {
  const rows = await selectInCategories(desk, [category], day).execute();
  return rows.map((row) => heldOf(desk, row)).filter((held) => held.categoryUuid === category.uuid);
}

/** Batch of the periods in which households are in categories today or later, as put down. One statement. */
export async function householdsInCategories(
  desk: Desk,
  keys: readonly CategoryKey[],
): Promise<HouseholdCategoryType[][]> {
  const rows = await selectInCategories(desk, keys, dayOf(desk.now)).execute();
  const held = Map.groupBy(
    rows.map((row) => heldOf(desk, row)),
    ({ townId, categoryUuid }) => `${townId} ${categoryUuid}`,
  );
  return keys.map(({ townId, uuid }) => held.get(`${townId} ${uuid}`) ?? []);
}

/** Those of some categories on a day or after it; of a sensitive one its seal alone tells which it is, so all sealed ones are among them. */
function selectInCategories(desk: Desk, categories: readonly CategoryKey[], day: string) {
  const open = categories.filter(({ sensitive }) => !sensitive);
  return selectHeld(desk)
    .where('held.town_id', 'in', townsOf(categories))
    .where((or) => or.or([or('held.valid_to', 'is', null), or('held.valid_to', '>', day)]))
    .where((or) =>
      or.or([
        or('held.category_id', '=', anyOf(idsOf(open))),
        ...(open.length < categories.length ? [or('held.sealed', 'is not', null)] : []),
      ]),
    );
}

/**
 * The periods in which households of a town are in categories around a day, those of `households` only, or, with null, all
 * of the town. One statement.
 */
export async function categoriesAround(
  desk: Desk,
  townId: number,
  day: string,
  households: readonly string[] | null,
): Promise<HouseholdCategoryType[]> {
  const rows = await selectHeld(desk)
    .where('held.town_id', '=', townId)
    .where('held.valid_from', '<=', day)
    .where((or) => or.or([or('held.valid_to', 'is', null), or('held.valid_to', '>', day)]))
    .$if(households !== null, (query) => query.where('held.household_id', '=', anyOf(households ?? [])))
    .execute();
  return rows.map((row) => heldOf(desk, row));
}

/** Batch of what households came into, or were taken out of, at visits. One statement. */
export async function categoriesAtVisits(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<{ begun: HouseholdCategoryType[]; ended: HouseholdCategoryType[] }[]> {
  const visits = anyOf(idsOf(keys));
  const rows = await selectHeld(desk)
    .select(['held.begun_visit_id', 'held.ended_visit_id'])
    .where('held.town_id', 'in', townsOf(keys))
    .where((or) => or.or([or('held.begun_visit_id', '=', visits), or('held.ended_visit_id', '=', visits)]))
    .orderBy('held.valid_from')
    .orderBy('held.id')
    .execute();
  return keys.map(({ townId, uuid }) => {
    const at = (column: 'begun_visit_id' | 'ended_visit_id') =>
      rows.filter((row) => row.town_id === townId && row[column] === uuid).map((row) => heldOf(desk, row));
    return { begun: at('begun_visit_id'), ended: at('ended_visit_id') };
  });
}

/** What is stored of households' being in categories, and until when. */
function selectHeld(desk: Desk) {
  return desk.db
    .selectFrom('household_category as held')
    .innerJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'held.town_id').onRef('h.id', '=', 'held.household_id'),
    )
    .leftJoin('resident as r', (join) =>
      join.onRef('r.town_id', '=', 'held.town_id').onRef('r.id', '=', 'held.resident_id'),
    )
    .select(['held.town_id', 'held.id', 'held.household_id', 'held.resident_id', 'held.category_id', 'held.reason'])
    .select(['held.sealed', 'held.key_id', 'held.valid_from', 'held.recorded_at'])
    .select(({ fn }) => fn.coalesce('r.audit_key', 'h.audit_key').as('audit_key'))
    .select(endOfHeld.as('valid_to'));
}

/**
 * Until when the member stays in the household because of whom it is in a category, whether they are its head or not.
 * A stay that was taken back leaves nothing of what was because of it.
 */
const stayEnd = sql<string | null>`(
  select case when count(*) filter (where s.valid_from <= held.valid_from) = 0 then held.valid_from
    else min(s.valid_to) filter (where not exists (select from resident_stay n where n.town_id = s.town_id
      and n.resident_id = s.resident_id and n.household_id = s.household_id
      and n.valid_from = s.valid_to and n.valid_to is distinct from n.valid_from)) end
  from resident_stay s where s.town_id = held.town_id and s.resident_id = held.resident_id
    and s.household_id = held.household_id and s.valid_to is distinct from s.valid_from
    and (s.valid_to is null or s.valid_to > held.valid_from))`;

const endOfHeld = sql<string | null>`case when held.resident_id is null then held.valid_to
  else least(held.valid_to, ${stayEnd}) end`;

type HeldRow = Awaited<ReturnType<ReturnType<typeof selectHeld>['execute']>>[number];

function heldOf(desk: Desk, row: HeldRow): HouseholdCategoryType {
  const { town_id: townId, id: uuid, household_id: householdUuid } = row;
  return {
    townId,
    uuid,
    householdUuid,
    residentUuid: row.resident_id,
    ...contentOf(desk, row),
    auditKey: row.audit_key,
    id: globalId('HouseholdCategory', townId, uuid),
    sensitive: row.sealed !== null,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    recordedAt: row.recorded_at,
  };
}
