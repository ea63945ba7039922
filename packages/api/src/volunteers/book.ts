import type { Insertable } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import type { Tables } from '../db/tables.ts';
import { dayOf } from '../today.ts';

type Noted = 'town_id' | 'recorded_at' | 'recorded_by';

/** An entry of the ledger of points to book. */
export type PointsBooked = Omit<Insertable<Tables['point_entry']>, Noted | 'booked_on'>;

/** An entry of the ledger of goods to book. */
type GoodsBooked = Omit<Insertable<Tables['stock_entry']>, Noted>;

/**
 * Books entries of points, today. The database changes the balances by them, and takes none that would leave one below nothing or does not fit; whoever
 * books holds the volunteers, and has looked before. One statement.
 */
export async function bookPoints(desk: Desk, actor: Actor, entries: readonly PointsBooked[]): Promise<void> {
  const noted = { ...notedBy(desk, actor), booked_on: dayOf(desk.now) };
  await desk.db
    .insertInto('point_entry')
    .values(entries.map((entry) => ({ ...entry, ...noted })))
    .execute();
}

/** Books an entry of goods; the database changes the stock by it. One statement. */
export async function bookGoods(desk: Desk, actor: Actor, entry: GoodsBooked): Promise<void> {
  await desk.db
    .insertInto('stock_entry')
    .values({ ...entry, ...notedBy(desk, actor) })
    .execute();
}

function notedBy(desk: Desk, { accountId }: Actor) {
  return { town_id: desk.town, recorded_at: desk.now, recorded_by: accountId };
}
