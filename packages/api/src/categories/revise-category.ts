import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { readPosition } from '../schema/position.ts';
import { oneLine } from '../schema/text.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import type { ReviseCategoryInput } from './category.input.ts';
import type { CategoryType } from './category.type.ts';
import { changedCategory, getCategory, refuseTakenName } from './find-category.ts';

/**
 * Gives a category another name, group or position, also for its past. Errors: NOT_FOUND on input.category; BAD_INPUT on
 * input.name or input.position; CONFLICT where the name is taken or somebody else changed it.
 */
export async function reviseCategory(desk: Desk, actor: Actor, input: ReviseCategoryInput): Promise<CategoryType> {
  await lockSettings(desk);
  const category = await getCategory(desk, input.category);
  if (!reachesTown(actor, 'town:configure', desk.town)) throw notFound('input.category');
  requireVersion(category, input.expectedVersion);
  const name = input.name == null ? category.name : oneLine(input.name, 'input.name');
  await refuseTakenName(desk, name, category);
  const group = input.group ?? category.group;
  const position = readPosition(input.position) ?? category.position;
  await desk.db
    .updateTable('category')
    .set((row) => ({ name, group, position, version: row('version', '+', 1) }))
    .where('town_id', '=', desk.town)
    .where('id', '=', category.uuid)
    .execute();
  return changedCategory(desk, category.uuid);
}
