import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { getHouseholdFor } from '../households/find-household.ts';
import { recordEvents, visitOf } from '../households/household-events.ts';
import { lockHouseholds } from '../households/lock-household.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import type { EndHouseholdCategoryInput } from './category.input.ts';
import { householdCategoriesById } from './household-categories.ts';

/**
 * Takes a household out of a category; `on` is the first day out of it. Taken out on its first day, it was never in it.
 * Returns the household's id in the town.
 * Errors: NOT_FOUND on input.householdCategory or input.visit; BAD_INPUT on input.on before it began; CONFLICT where it has ended.
 */
export async function endHouseholdCategory(
  desk: Desk,
  actor: Actor,
  input: EndHouseholdCategoryInput,
  on: string,
): Promise<string> {
  const field = 'input.householdCategory';
  const key = { townId: desk.town, uuid: requireIdIn(desk.town, input.householdCategory, 'HouseholdCategory', field) };
  const household = (await desk.load(householdCategoriesById, key))?.householdUuid;
  if (household === undefined) throw notFound(field);
  await getHouseholdFor(desk, actor, 'category:assign', globalId('Household', desk.town, household), field);
  await lockHouseholds(desk, [household]);
  const visit = await visitOf(desk, household, input.visit);
  // Somebody may have ended it before the household was locked.
  desk.forget();
  const held = await desk.load(householdCategoriesById, key);
  if (!held) throw notFound(field);
  if (on < held.validFrom) throw badInput('input.on', 'dateBeforeBeginning', { date: held.validFrom });
  if (held.validTo !== null && on >= held.validTo) throw conflict('alreadyEnded', field);
  await desk.db
    .updateTable('household_category')
    .set({ valid_to: on, ended_at: desk.now, ended_by: actor.accountId, ended_visit_id: visit })
    .where('town_id', '=', desk.town)
    .where('id', '=', held.uuid)
    .execute();
  const event = { household, kind: 'UNCATEGORIZED', day: on, householdCategory: held.uuid, visit } as const;
  await recordEvents(desk, actor, [event]);
  return household;
}
