import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { notFound, Refusal } from '../errors.ts';
import { nextPosition, readPosition } from '../schema/position.ts';
import { oneLine } from '../schema/text.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import type { AddCategoryInput } from './category.input.ts';
import type { CategoryType } from './category.type.ts';
import { categoriesOfTowns, changedCategory, refuseTakenName } from './find-category.ts';

/** Categories that a town may have over all time. */
const most = 200;

/**
 * Adds a category to the town's list from a day on.
 * Errors: NOT_FOUND on input.town; BAD_INPUT on input.name or input.position; CONFLICT on input.name where it is taken;
 * LIMIT_EXCEEDED beyond 200 categories.
 */
export async function addCategory(
  desk: Desk,
  actor: Actor,
  input: AddCategoryInput,
  from: string,
): Promise<CategoryType> {
  await lockSettings(desk);
  if (!reachesTown(actor, 'town:configure', desk.town)) throw notFound('input.town');
  const name = oneLine(input.name, 'input.name');
  const categories = await desk.load(categoriesOfTowns, desk.town);
  if (categories.length >= most) throw new Refusal('LIMIT_EXCEEDED', 'tooManyCategories', { values: { most } });
  await refuseTakenName(desk, name, { validFrom: from, validTo: null });
  const ofGroup = categories.filter(({ group }) => group === input.group);
  const row = {
    town_id: desk.town,
    id: newId(),
    name,
    group: input.group,
    sensitive: input.sensitive ?? false,
    position: readPosition(input.position) ?? nextPosition(ofGroup),
    valid_from: from,
    valid_to: null,
    version: 1,
  };
  await desk.db.insertInto('category').values(row).execute();
  return changedCategory(desk, row.id);
}
