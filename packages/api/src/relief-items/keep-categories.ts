import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { freeName } from '../handling/listed.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import type { ReliefCategoryType } from './relief-item.type.ts';
import { getReliefCategory, reliefCategoriesOf } from './relief-list.ts';

/** How many categories a town has at most, with those that are ended. */
const most = 50;

/** Puts a category at the end of the list of the desk's town. Errors: BAD_INPUT or CONFLICT on input.name. */
export async function addReliefCategory(
  desk: Desk,
  input: { name: string; sensitive?: boolean | null },
): Promise<ReliefCategoryType> {
  await lockSettings(desk);
  const categories = await desk.load(reliefCategoriesOf, desk.town);
  if (categories.length >= most) throw badInput('input.name', 'tooMany', { most });
  const uuid = newId();
  const entry = { name: freeName(categories, input.name), sensitive: input.sensitive ?? false };
  await desk.db
    .insertInto('relief_category')
    .values({ town_id: desk.town, id: uuid, ...entry, position: categories.length + 1, ended_on: null })
    .execute();
  return { id: globalId('ReliefCategory', desk.town, uuid), townId: desk.town, uuid, ...entry, endedOn: null };
}

/** Gives a category another name. Errors: NOT_FOUND or CONFLICT on input.reliefCategory; BAD_INPUT or CONFLICT on input.name. */
export async function renameReliefCategory(
  desk: Desk,
  input: { reliefCategory: string; name: string },
): Promise<ReliefCategoryType> {
  await lockSettings(desk);
  const category = await getReliefCategory(desk, input.reliefCategory);
  const others = await desk.load(reliefCategoriesOf, desk.town);
  const name = freeName(
    others.filter(({ uuid }) => uuid !== category.uuid),
    input.name,
  );
  await desk.db
    .updateTable('relief_category')
    .set({ name })
    .where('town_id', '=', desk.town)
    .where('id', '=', category.uuid)
    .execute();
  return { ...category, name };
}

/** Ends a category with all its items from today on; what was granted keeps them. Errors: NOT_FOUND or CONFLICT on input.reliefCategory. */
export async function endReliefCategory(desk: Desk, input: { reliefCategory: string }): Promise<ReliefCategoryType> {
  await lockSettings(desk);
  const category = await getReliefCategory(desk, input.reliefCategory);
  const today = dayOf(desk.now);
  await desk.db
    .updateTable('relief_item')
    .set({ ended_on: today })
    .where('town_id', '=', desk.town)
    .where('category_id', '=', category.uuid)
    .where('ended_on', 'is', null)
    .execute();
  await desk.db
    .updateTable('relief_category')
    .set({ ended_on: today })
    .where('town_id', '=', desk.town)
    .where('id', '=', category.uuid)
    .execute();
  return { ...category, endedOn: today };
}
