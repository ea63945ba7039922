import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { categoryGroups } from './category.entity.ts';
import type { CategoryType } from './category.type.ts';

/** Batch of all categories that towns have or had, in the order of their lists. One statement. */
export async function categoriesOfTowns(desk: Desk, towns: readonly number[]): Promise<CategoryType[][]> {
  const rows = await desk.db
    .selectFrom('category')
    .select(['town_id', 'id', 'name', 'group', 'sensitive', 'position', 'valid_from', 'valid_to', 'version'])
    .where('town_id', 'in', [...new Set(towns)])
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) => (byTown.get(town) ?? []).map(categoryOf).sort(inOrder));
}

function categoryOf(row: {
  town_id: number;
  id: string;
  name: string;
  group: CategoryType['group'];
  sensitive: boolean;
  position: number;
  valid_from: string;
  valid_to: string | null;
  version: number;
}): CategoryType {
  const { town_id: townId, id: uuid, name, group, sensitive, position, version } = row;
  const life = { validFrom: row.valid_from, validTo: row.valid_to };
  return { townId, uuid, id: globalId('Category', townId, uuid), name, group, sensitive, position, ...life, version };
}

function inOrder(a: CategoryType, b: CategoryType): number {
  const groups = categoryGroups.indexOf(a.group) - categoryGroups.indexOf(b.group);
  return groups || a.position - b.position || byPinyin(a.name, b.name) || (a.uuid < b.uuid ? -1 : 1);
}

/** The category of the desk's town that a mutation names. Errors: NOT_FOUND on `field`. */
export async function getCategory(desk: Desk, id: string, field = 'input.category'): Promise<CategoryType> {
  const uuid = requireIdIn(desk.town, id, 'Category', field);
  const category = (await desk.load(categoriesOfTowns, desk.town)).find((each) => each.uuid === uuid);
  if (!category) throw notFound(field);
  return category;
}

/** A category as a change has left it, for the change's payload. */
export async function changedCategory(desk: Desk, uuid: string): Promise<CategoryType> {
  desk.forget();
  const category = (await desk.load(categoriesOfTowns, desk.town)).find((each) => each.uuid === uuid);
  if (!category) throw notFound();
  return category;
}

/** Refuses a name that another category has at the same time. Errors: CONFLICT on input.name. */
export async function refuseTakenName(
  desk: Desk,
  name: string,
  { uuid, validFrom, validTo }: Pick<CategoryType, 'validFrom' | 'validTo'> & { uuid?: string },
): Promise<void> {
  const categories = await desk.load(categoriesOfTowns, desk.town);
  const taken = categories.some(
    (each) =>
      each.uuid !== uuid &&
      each.name === name &&
      (validTo === null || each.validFrom < validTo) &&
      (each.validTo === null || each.validTo > validFrom),
  );
  if (taken) throw conflict('nameTaken', 'input.name');
}

/**
 * Refuses a day on which a category does not hold. Returns when it ends, which stays as it is until this change is done.
 * Errors: BAD_INPUT on input.from before it began; CONFLICT on input.category where it has ended by then.
 */
export async function requireHolding(desk: Desk, category: CategoryType, from: string): Promise<string | null> {
  const { uuid, validFrom } = category;
  if (from < validFrom) throw badInput('input.from', 'dateBeforeBeginning', { date: validFrom });
  const { valid_to: end } = await desk.db
    .selectFrom('category')
    .select('valid_to')
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .forShare()
    .executeTakeFirstOrThrow();
  if (end !== null && from >= end) throw conflict('categoryEnded', 'input.category', { date: end });
  return end;
}
