import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { getHouseholdFor } from '../households/find-household.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { lockCategories } from './categorize-household.ts';
import type { EndHouseholdCategoryInput } from './category.input.ts';
import { householdCategoriesById } from './household-categories.ts';

/**
 * Takes a household out of a category; `on` is the first day out of it. Taken out on its first day, it was never in it.
 * Returns the household's id in the town.
 * Errors: NOT_FOUND on input.householdCategory; BAD_INPUT on input.on before it began; CONFLICT where it has ended.
 */
export async function endHouseholdCategory(
  desk: Desk,
  actor: Actor,
  input: EndHouseholdCategoryInput,
  on: string,
): Promise<string> {
  await holdTree(desk);
  const field = 'input.householdCategory';
  const key = { townId: desk.town, uuid: requireIdIn(desk.town, input.householdCategory, 'HouseholdCategory', field) };
  const held = await desk.load(householdCategoriesById, key);
  if (!held) throw notFound(field);
  const id = globalId('Household', desk.town, held.householdUuid);
  await getHouseholdFor(desk, actor, 'category:assign', id, field);
  await lockCategories(desk, held.householdUuid);
  if (on < held.validFrom) throw badInput('input.on', 'dateBeforeBeginning', { date: held.validFrom });
  const ended = await desk.db
    .updateTable('household_category')
    .set({ valid_to: on, ended_at: desk.now, ended_by: actor.accountId })
    .where('town_id', '=', desk.town)
    .where('id', '=', held.uuid)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]))
    .executeTakeFirst();
  if (Number(ended.numUpdatedRows) === 0) throw conflict('alreadyEnded', field);
  return held.householdUuid;
}
