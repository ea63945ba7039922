import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import { getHouseholdFor, requireLiving } from '../households/find-household.ts';
import { oneLine } from '../schema/text.ts';
import { holdTree } from '../towns/lock-tree.ts';
import type { CategorizeHouseholdInput } from './category.input.ts';
import type { CategoryType } from './category.type.ts';
import { getCategory } from './find-category.ts';
import { categoriesOfHouseholds, contentOf } from './household-categories.ts';

const longestReason = 200;

/**
 * Puts a household into a category from a day on, until that ends or the category does. Returns its id in the town.
 * Errors: NOT_FOUND on input.household or input.category; BAD_INPUT on input.reason, or on input.from before the household
 * or the category; CONFLICT on input.household where it has left, on input.category where that has ended by then or the
 * household is in it on that day or later.
 */
export async function categorizeHousehold(
  desk: Desk,
  actor: Actor,
  input: CategorizeHouseholdInput,
  from: string,
): Promise<string> {
  await holdTree(desk);
  const household = await getHouseholdFor(desk, actor, 'category:assign', input.household);
  await lockCategories(desk, household.uuid);
  const category = await getCategory(desk, input.category);
  const why = oneLine(input.reason, 'input.reason', longestReason);
  requireLiving(household, from, 'input.from');
  if (from < category.validFrom) throw badInput('input.from', 'dateBeforeBeginning', { date: category.validFrom });
  const end = await endOf(desk, category);
  if (end !== null && from >= end) throw conflict('categoryEnded', 'input.category', { date: end });
  const held = await desk.load(categoriesOfHouseholds, { townId: desk.town, uuid: household.uuid });
  const twice = held.some(
    (each) => each.categoryUuid === category.uuid && (each.validTo === null || each.validTo > from),
  );
  if (twice) throw conflict('alreadyInCategory', 'input.category');
  const id = randomUUIDv7();
  const content = contentOf(
    desk,
    { categoryUuid: category.uuid, why },
    { id, householdUuid: household.uuid },
    category.sensitive,
  );
  await desk.db
    .insertInto('household_category')
    .values({
      town_id: desk.town,
      id,
      household_id: household.uuid,
      ...content,
      valid_from: from,
      valid_to: end,
      recorded_at: desk.now,
      recorded_by: actor.accountId,
      ended_at: null,
      ended_by: null,
    })
    .execute();
  return household.uuid;
}

/** One change of a household's categories at a time: PostgreSQL cannot tell that two sealed ones are the same. */
export async function lockCategories(desk: Desk, household: string): Promise<void> {
  await desk.db
    .selectFrom('household')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', '=', household)
    .forUpdate()
    .execute();
}

/** When a category ends, kept as it is until this change is done. */
async function endOf(desk: Desk, { uuid }: CategoryType): Promise<string | null> {
  const row = await desk.db
    .selectFrom('category')
    .select('valid_to')
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .forShare()
    .executeTakeFirstOrThrow();
  return row.valid_to;
}
