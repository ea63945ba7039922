import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import type { ReliefCategoryType, ReliefItemType } from './relief-item.type.ts';

/** Batch of the categories of towns, in the towns' order, with those that are used no more. One statement. */
export async function reliefCategoriesOf(desk: Desk, towns: readonly number[]): Promise<ReliefCategoryType[][]> {
  const rows = await desk.db
    .selectFrom('relief_category')
    .select(['town_id', 'id', 'name', 'sensitive', 'ended_on'])
    .where('town_id', 'in', [...towns])
    .orderBy('position')
    .orderBy('id')
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) =>
    (byTown.get(town) ?? []).map(({ id: uuid, name, sensitive, ended_on }) => ({
      ...{ id: globalId('ReliefCategory', town, uuid), townId: town, uuid, name, sensitive, endedOn: ended_on },
    })),
  );
}

/** Batch of the items of towns, category by category in the towns' order, with those that are used no more. One statement. */
export async function reliefItemsOf(desk: Desk, towns: readonly number[]): Promise<ReliefItemType[][]> {
  const rows = await desk.db
    .selectFrom('relief_item as i')
    .innerJoin('relief_category as c', (join) =>
      join.onRef('c.town_id', '=', 'i.town_id').onRef('c.id', '=', 'i.category_id'),
    )
    .select(['i.town_id', 'i.id', 'i.category_id', 'i.name', 'i.usual_amount', 'i.ended_on'])
    .where('i.town_id', 'in', [...towns])
    .orderBy('c.position')
    .orderBy('i.position')
    .orderBy('i.id')
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) =>
    (byTown.get(town) ?? []).map(({ id: uuid, name, category_id, usual_amount, ended_on }) => ({
      ...{ id: globalId('ReliefItem', town, uuid), townId: town, uuid, name, categoryUuid: category_id },
      ...{ usualAmount: usual_amount, endedOn: ended_on },
    })),
  );
}

/** The category in use that an input names. Errors: NOT_FOUND on input.reliefCategory; CONFLICT there where it is ended. */
export async function getReliefCategory(desk: Desk, id: string): Promise<ReliefCategoryType> {
  const field = 'input.reliefCategory';
  const uuid = requireIdIn(desk.town, id, 'ReliefCategory', field);
  const category = (await desk.load(reliefCategoriesOf, desk.town)).find((each) => each.uuid === uuid);
  if (!category) throw notFound(field);
  if (category.endedOn !== null) throw conflict('alreadyEnded', field);
  return category;
}

/** The item that an input names, in use on a day. Errors: NOT_FOUND on `field`; CONFLICT there where it was ended by then. */
export async function getReliefItem(desk: Desk, id: string, field: string, day: string): Promise<ReliefItemType> {
  const uuid = requireIdIn(desk.town, id, 'ReliefItem', field);
  const item = (await desk.load(reliefItemsOf, desk.town)).find((each) => each.uuid === uuid);
  if (!item) throw notFound(field);
  if (item.endedOn !== null && item.endedOn <= day) throw conflict('endedOn', field, { date: item.endedOn });
  return item;
}
