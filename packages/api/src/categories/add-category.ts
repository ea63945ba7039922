import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, notFound, Refusal } from '../errors.ts';
import { oneLine } from '../schema/text.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import type { AddCategoryInput } from './category.input.ts';
import type { CategoryType } from './category.type.ts';
import { categoriesOfTowns, changedCategory, refuseTakenName } from './find-category.ts';

/** Categories that a town may have over all time. */
const most = 200;
const lastPosition = 999;

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
  const positions = categories.filter(({ group }) => group === input.group).map(({ position }) => position);
  const row = {
    town_id: desk.town,
    id: newId(),
    name,
    group: input.group,
    sensitive: input.sensitive ?? false,
    position: readPosition(input.position) ?? Math.min(Math.max(0, ...positions) + 1, lastPosition),
    valid_from: from,
    valid_to: null,
    version: 1,
  };
  await desk.db.insertInto('category').values(row).execute();
  return changedCategory(desk, row.id);
}

/** A position in the list, as given; undefined where none is. Errors: BAD_INPUT on input.position. */
export function readPosition(position: number | null | undefined): number | undefined {
  if (position == null) return undefined;
  if (position < 1 || position > lastPosition) throw badInput('input.position', 'between', { most: lastPosition });
  return position;
}
