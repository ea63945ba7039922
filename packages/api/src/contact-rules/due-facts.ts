import { type RawBuilder, sql } from 'kysely';
import type { HouseholdCategoryType } from '../categories/category.type.ts';
import { categoriesAround } from '../categories/household-categories.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { householdOf } from '../households/find-household.ts';
import type { HouseholdType } from '../households/household.type.ts';
import type { Held, LastVisits, Rule } from './due-of.ts';

/** Being in a category, as `dueOf` takes it, with what it is. */
interface HeldCategory extends Held {
  row: HouseholdCategoryType;
}

/** What decides when a household is due. */
export interface DueFacts {
  household: HouseholdType;
  /** The block that holds it on the day. */
  block: string;
  lastVisits: LastVisits;
  categories: HeldCategory[];
}

/** Whose facts to read: of a town's blocks, or of all geographic ones with null, as they are on a day. */
export interface FactsKey {
  townId: number;
  blocks: readonly string[] | null;
  asOf: string;
  dueBy: string;
}

interface Row {
  town_id: number;
  id: string;
  code: string | null;
  valid_from: string;
  valid_to: string | null;
  version: number;
  block_id: string;
  AT_HOME: string | null;
  TELEPHONE: string | null;
  APPOINTMENT: string | null;
}

/** Beyond so many households it is quicker to read the categories of the whole town. */
const fewHouseholds = 2000;

/**
 * What decides when households are due, each once, without those that cannot be due by the day asked about: those in no
 * category of whose last contact no rule for every household says so. Two statements, whatever their number.
 */
export async function dueFacts(desk: Desk, key: FactsKey, rules: readonly Rule[]): Promise<DueFacts[]> {
  const { townId, blocks, asOf } = key;
  const { rows } = await selectHouseholds(key, rules).execute(desk.db);
  const byHousehold = new Map(rows.map((row) => [row.id, row]));
  const few = blocks !== null && byHousehold.size <= fewHouseholds;
  const held = await categoriesAround(desk, townId, asOf, few ? [...byHousehold.keys()] : null);
  const categories = Map.groupBy(held.map(heldCategory), ({ row }) => row.householdUuid);
  return [...byHousehold.values()].map(({ block_id: block, AT_HOME, TELEPHONE, APPOINTMENT, ...row }) => ({
    household: householdOf(row),
    block,
    lastVisits: { AT_HOME, TELEPHONE, APPOINTMENT },
    categories: categories.get(row.id) ?? [],
  }));
}

function heldCategory(row: HouseholdCategoryType): HeldCategory {
  return { category: row.categoryUuid, from: row.validFrom, to: row.validTo, row };
}

/** Households with the day of the last visit in each way, those withdrawn left out. */
function selectHouseholds({ townId, blocks, asOf, dueBy }: FactsKey, rules: readonly Rule[]): RawBuilder<Row> {
  // Of all households of a town it is quicker to look at all visits at once.
  const each = blocks === null ? sql`visit.household_id` : sql`placed.household_id`;
  const visits = sql`
    select ${each}, max(visited_on) filter (where way = 'AT_HOME') as "AT_HOME",
      max(visited_on) filter (where way = 'TELEPHONE') as "TELEPHONE",
      max(visited_on) filter (where way = 'APPOINTMENT') as "APPOINTMENT"
    from visit
    where visit.town_id = ${townId} and visited_on <= ${asOf} and withdrawn_at is null
      and ${blocks === null ? sql`true` : sql`visit.household_id = placed.household_id`}
    group by 1`;
  const within = blocks === null ? sql`placed.overlay_id is null` : sql`placed.block_id = ${anyOf(blocks)}`;
  // Of a block's households it is quicker to look at the categories of each than at those of all of the town.
  const categorized = sql`
    select c.household_id from household_category c where c.town_id = ${townId} and c.valid_from <= ${asOf}
      and (c.valid_to is null or c.valid_to > ${asOf})`;
  const inCategory =
    blocks === null ? sql`h.id in (${categorized})` : sql`exists (${categorized} and c.household_id = h.id)`;
  return sql<Row>`
    select h.town_id, h.id, h.code, h.valid_from, h.valid_to, h.version, placed.block_id,
      last."AT_HOME", last."TELEPHONE", last."APPOINTMENT"
    from household_block placed
    join household h on h.town_id = placed.town_id and h.id = placed.household_id
    left join ${blocks === null ? sql`` : sql`lateral`} (${visits}) as last on last.household_id = placed.household_id
    where placed.town_id = ${townId} and placed.superseded_at is null and placed.valid_from <= ${asOf}
      and (placed.valid_to is null or placed.valid_to > ${asOf}) and ${within}
      and (${inCategory} or ${sql.join([sql`false`, ...rules.filter((rule) => holdsOn(rule, asOf)).flatMap((rule) => mayAsk(rule, dueBy))], sql` or `)})`;
}

/** Whether a rule for every household may ask for a contact by a day: there was none, or it was too long ago. */
function mayAsk({ category, everyMonths, ways }: Rule, dueBy: string): RawBuilder<boolean>[] {
  if (category !== null) return [];
  const last = sql`greatest(${sql.join(ways.map((way) => sql`last.${sql.ref(way)}`))})`;
  const longAgo =
    everyMonths === null ? sql`false` : sql`${last} + make_interval(months => ${everyMonths}) <= ${dueBy}`;
  return [sql<boolean>`(${last} is null or ${longAgo})`];
}
