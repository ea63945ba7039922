import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { freeName } from '../handling/listed.ts';
import { globalId } from '../schema/global-id.ts';
import { requireAmount } from '../schema/money.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import type { ReliefItemType } from './relief-item.type.ts';
import { getReliefCategory, getReliefItem, reliefItemsOf } from './relief-list.ts';

/** How many items a town has at most, with those that are ended. */
const most = 300;

/** What is said of an item. */
interface Said {
  name: string;
  usualAmount?: number | null;
}

/**
 * Puts an item at the end of its category.
 * Errors: NOT_FOUND or CONFLICT on input.reliefCategory; BAD_INPUT or CONFLICT on input.name; BAD_INPUT on input.usualAmount.
 */
export async function addReliefItem(desk: Desk, input: Said & { reliefCategory: string }): Promise<ReliefItemType> {
  await lockSettings(desk);
  const category = await getReliefCategory(desk, input.reliefCategory);
  const items = await desk.load(reliefItemsOf, desk.town);
  if (items.length >= most) throw badInput('input.name', 'tooMany', { most });
  const said = read(items, category.uuid, input);
  const uuid = newId();
  const position = items.filter(({ categoryUuid }) => categoryUuid === category.uuid).length + 1;
  const row = { town_id: desk.town, id: uuid, category_id: category.uuid, position, ended_on: null };
  await desk.db
    .insertInto('relief_item')
    .values({ ...row, name: said.name, usual_amount: said.usualAmount })
    .execute();
  const id = globalId('ReliefItem', desk.town, uuid);
  return { id, townId: desk.town, uuid, categoryUuid: category.uuid, ...said, endedOn: null };
}

/**
 * Says anew what an item is called and what is usually granted.
 * Errors: NOT_FOUND or CONFLICT on input.item; BAD_INPUT or CONFLICT on input.name; BAD_INPUT on input.usualAmount.
 */
export async function reviseReliefItem(desk: Desk, input: Said & { item: string }): Promise<ReliefItemType> {
  await lockSettings(desk);
  const item = await getReliefItem(desk, input.item, 'input.item', dayOf(desk.now));
  const others = (await desk.load(reliefItemsOf, desk.town)).filter(({ uuid }) => uuid !== item.uuid);
  const said = read(others, item.categoryUuid, input);
  await desk.db
    .updateTable('relief_item')
    .set({ name: said.name, usual_amount: said.usualAmount })
    .where('town_id', '=', desk.town)
    .where('id', '=', item.uuid)
    .execute();
  return { ...item, ...said };
}

/** Ends an item from today on; what was granted keeps it. Errors: NOT_FOUND or CONFLICT on input.item. */
export async function endReliefItem(desk: Desk, input: { item: string }): Promise<ReliefItemType> {
  await lockSettings(desk);
  const today = dayOf(desk.now);
  const item = await getReliefItem(desk, input.item, 'input.item', today);
  await desk.db
    .updateTable('relief_item')
    .set({ ended_on: today })
    .where('town_id', '=', desk.town)
    .where('id', '=', item.uuid)
    .execute();
  return { ...item, endedOn: today };
}

/** What is said of an item, with a name that no other one in use of its category has. */
function read(others: readonly ReliefItemType[], category: string, { name: given, usualAmount }: Said) {
  const name = freeName(
    others.filter(({ categoryUuid }) => categoryUuid === category),
    given,
  );
  return { name, usualAmount: usualAmount == null ? null : requireAmount(usualAmount, 'input.usualAmount') };
}
