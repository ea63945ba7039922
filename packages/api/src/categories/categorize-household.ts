import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { holdsOn, overlapOf } from '../db/versions.ts';
import { conflict, notFound } from '../errors.ts';
import { getHouseholdFor, requireLiving } from '../households/find-household.ts';
import { recordEvents, visitOf } from '../households/household-events.ts';
import { lockHouseholds } from '../households/lock-household.ts';
import { membersOf } from '../residents/resident-rows.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import type { CategorizeHouseholdInput } from './category.input.ts';
import { getCategory, requireHolding } from './find-category.ts';
import { categoriesOfHouseholds } from './household-categories.ts';
import { columnsOf } from './sealed-content.ts';

const longestReason = 200;

/**
 * Puts a household into a category from a day on, until that ends or the category does. Returns its id in the town.
 * Errors: NOT_FOUND on input.household, input.category, input.resident or input.visit; BAD_INPUT on input.reason, or on
 * input.from before the household or the category; CONFLICT on input.household where it has left, on input.resident where
 * they are not in it then, on input.category where that has ended by then or the household is in it on that day or later.
 */
export async function categorizeHousehold(
  desk: Desk,
  actor: Actor,
  input: CategorizeHouseholdInput,
  from: string,
): Promise<string> {
  // PostgreSQL cannot tell that two sealed ones are the same, so one change of a household goes on at a time.
  await lockHouseholds(desk, [requireIdIn(desk.town, input.household, 'Household', 'input.household')]);
  const household = await getHouseholdFor(desk, actor, 'category:assign', input.household);
  const category = await getCategory(desk, input.category);
  const why = oneLine(input.reason, 'input.reason', longestReason);
  const resident = input.resident == null ? null : await requireMember(desk, household.uuid, input.resident, from);
  const begunVisit = await visitOf(desk, household.uuid, input.visit);
  requireLiving(household, from, 'input.from');
  const end = await requireHolding(desk, category, from);
  const period = { from, to: end };
  for (const held of await desk.load(categoriesOfHouseholds, { townId: desk.town, uuid: household.uuid })) {
    const same = held.categoryUuid === category.uuid && held.residentUuid === resident;
    if (same && overlapOf({ from: held.validFrom, to: held.validTo }, period)) {
      throw conflict('alreadyInCategory', 'input.category');
    }
  }
  const row = { town_id: desk.town, id: newId(), household_id: household.uuid };
  await desk.db
    .insertInto('household_category')
    .values({
      ...row,
      resident_id: resident,
      ...columnsOf(desk, { categoryUuid: category.uuid, why }, row, category.sensitive),
      valid_from: from,
      valid_to: end,
      recorded_at: desk.now,
      recorded_by: actor.accountId,
      ended_at: null,
      ended_by: null,
      begun_visit_id: begunVisit,
      ended_visit_id: null,
    })
    .execute();
  await recordEvents(desk, actor, [
    { household: household.uuid, kind: 'CATEGORIZED', day: from, householdCategory: row.id, visit: begunVisit },
  ]);
  return household.uuid;
}

/** A resident who is in the household on a day. Errors: NOT_FOUND on input.resident for one who never was, else CONFLICT. */
async function requireMember(desk: Desk, household: string, id: string, day: string): Promise<string> {
  const uuid = requireIdIn(desk.town, id, 'Resident', 'input.resident');
  const members = await desk.load(membersOf, { townId: desk.town, uuid: household });
  const stays = members.filter(({ resident }) => resident === uuid);
  if (stays.length === 0) throw notFound('input.resident');
  if (!stays.some((stay) => holdsOn(stay, day))) throw conflict('notMemberThen', 'input.resident');
  return uuid;
}
