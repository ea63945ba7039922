import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { recordEvents } from '../households/household-events.ts';
import { requireVersion } from '../units/find-unit.ts';
import type { EndCategoryInput } from './category.input.ts';
import type { CategoryType } from './category.type.ts';
import { changedCategory, getCategory } from './find-category.ts';
import { householdsInCategory } from './household-categories.ts';

/**
 * Ends a category, and with it that households are in it; `on` is the first day without it.
 * Errors: NOT_FOUND on input.category; BAD_INPUT on input.on; CONFLICT where it has ended, somebody else changed it, or,
 * on input.on, a household comes into it later.
 */
export async function endCategory(
  desk: Desk,
  actor: Actor,
  input: EndCategoryInput,
  on: string,
): Promise<CategoryType> {
  const category = await getCategory(desk, input.category);
  if (!reachesTown(actor, 'town:configure', desk.town)) throw notFound('input.category');
  requireVersion(category, input.expectedVersion);
  // Whoever puts a household into it meanwhile holds its row, and waits here or is waited for.
  const ended = await desk.db
    .updateTable('category')
    .set((row) => ({ valid_to: on, version: row('version', '+', 1) }))
    .where('town_id', '=', desk.town)
    .where('id', '=', category.uuid)
    .where('valid_to', 'is', null)
    .where('valid_from', '<=', on)
    .executeTakeFirst();
  if (Number(ended.numUpdatedRows) === 0) {
    if (on < category.validFrom) throw badInput('input.on', 'dateBeforeBeginning', { date: category.validFrom });
    throw conflict('alreadyEnded', 'input.category');
  }
  const held = await householdsInCategory(desk, category, on);
  const later = held.find((each) => each.validFrom > on);
  if (later) throw conflict('dateBeforeChange', 'input.on', { date: later.validFrom });
  if (held.length > 0) {
    await desk.db
      .updateTable('household_category')
      .set({ valid_to: on, ended_at: desk.now, ended_by: actor.accountId })
      .where('town_id', '=', desk.town)
      .where('id', '=', anyOf(held.map((each) => each.uuid)))
      .execute();
    await recordEvents(
      desk,
      actor,
      held.map(({ uuid: householdCategory, householdUuid: household }) => ({
        ...{ household, kind: 'UNCATEGORIZED' as const, day: on, householdCategory },
      })),
    );
  }
  return changedCategory(desk, category.uuid);
}
