import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { numberWithin } from '../schema/number.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { bookGoods, bookPoints } from './book.ts';
import { pointsOn } from './dated-points.ts';
import { type RedemptionRow, selectRedemptions } from './redemption-rows.ts';
import type { RewardType } from './reward.type.ts';
import { holdReward } from './reward-rows.ts';
import type { VolunteerType } from './volunteer.type.ts';
import { reachesVolunteers, volunteerToKeep } from './volunteer-reach.ts';
import { holdVolunteers } from './volunteer-rows.ts';

/**
 * Spends points of a volunteer, at once, on what is there. Of many who spend at once each finds what the others have left. Returns the redemption's
 * id in the town.
 * Errors: NOT_FOUND on input.volunteer; those of holdReward; BAD_INPUT on input.quantity; CONFLICT on input.reward that is not to be had yet, on
 * input.quantity of more than are on the shelf, or on input.volunteer who has too few points.
 */
export async function redeemPoints(
  desk: Desk,
  actor: Actor,
  input: { volunteer: string; reward: string; quantity?: number | null },
): Promise<string> {
  await holdTree(desk);
  const { uuid } = await volunteerToKeep(desk, actor, input.volunteer, 'input.volunteer');
  const quantity = numberWithin(input.quantity ?? 1, [1, 100], 'input.quantity');
  const volunteer = (await holdVolunteers(desk, [uuid])).get(uuid);
  if (!volunteer) throw notFound('input.volunteer');
  const reward = await holdReward(desk, input.reward);
  const today = dayOf(desk.now);
  const points = costOf(reward, quantity, today);
  requireThere(reward, quantity, volunteer, points);
  const id = newId();
  await desk.db
    .insertInto('redemption')
    .values({
      ...{ town_id: desk.town, id, volunteer_id: uuid, reward_id: reward.uuid, quantity, points, state: 'ORDERED' },
      ...{ redeemed_on: today, recorded_at: desk.now, recorded_by: actor.accountId },
      ...{ settled_at: null, settled_by: null, cancelled_because: null },
    })
    .execute();
  const spent = { id: newId(), volunteer_id: uuid, points, sign_up_id: null, redemption_id: id, reverses_id: null };
  await bookPoints(desk, actor, [{ ...spent, from_account: 'VOLUNTEER', to_account: 'REDEEMED', reason: null }]);
  if (reward.stock !== null) {
    const taken = { id: newId(), reward_id: reward.uuid, quantity, redemption_id: id, reverses_id: null };
    await bookGoods(desk, actor, { ...taken, from_account: 'SHELF', to_account: 'TAKEN', reason: null });
  }
  return id;
}

function costOf({ prices }: RewardType, quantity: number, today: string): number {
  const price = pointsOn(prices, today);
  if (price === undefined) throw conflict('noPointsYet', 'input.reward', { date: prices[0]?.validFrom ?? today });
  return price * quantity;
}

function requireThere({ stock }: RewardType, quantity: number, { balance }: VolunteerType, points: number): void {
  if (stock !== null && stock < quantity) throw conflict('stockShort', 'input.quantity', { stock });
  if (balance < points) throw conflict('pointsShort', 'input.volunteer', { balance, points });
}

/** Puts down that what points were spent on was done or handed over. Returns its id in the town. Errors: those of holdRedemption. */
export async function fulfilRedemption(desk: Desk, actor: Actor, input: { redemption: string }): Promise<string> {
  const { id } = await holdRedemption(desk, actor, input.redemption);
  await settle(desk, actor, id, { state: 'FULFILLED', cancelled_because: null });
  return id;
}

/**
 * Takes back what points were spent on: the points are given back, and goods are on the shelf again. Returns its id in the town.
 * Errors: those of holdRedemption; BAD_INPUT on input.reason.
 */
export async function cancelRedemption(
  desk: Desk,
  actor: Actor,
  input: { redemption: string; reason: string },
): Promise<string> {
  const { id, volunteer_id, reward_id, points, quantity } = await holdRedemption(desk, actor, input.redemption);
  const reason = oneLine(input.reason, 'input.reason', 200);
  await holdVolunteers(desk, [volunteer_id]);
  await settle(desk, actor, id, { state: 'CANCELLED', cancelled_because: reason });
  const back = { redemption_id: id, reason };
  const spent = await entryOf(desk, 'point_entry', id);
  if (spent === undefined) throw new Error(`Redemption ${id} was booked by no entry`);
  const given = { ...back, id: newId(), volunteer_id, points, sign_up_id: null, reverses_id: spent };
  await bookPoints(desk, actor, [{ ...given, from_account: 'REDEEMED', to_account: 'VOLUNTEER' }]);
  const taken = await entryOf(desk, 'stock_entry', id);
  if (taken !== undefined) {
    const shelved = { ...back, id: newId(), reward_id, quantity, reverses_id: taken };
    await bookGoods(desk, actor, { ...shelved, from_account: 'TAKEN', to_account: 'SHELF' });
  }
  return id;
}

async function settle(
  desk: Desk,
  { accountId }: Actor,
  id: string,
  columns: { state: 'FULFILLED' | 'CANCELLED'; cancelled_because: string | null },
): Promise<void> {
  await desk.db
    .updateTable('redemption')
    .set({ ...columns, settled_at: desk.now, settled_by: accountId })
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .execute();
}

/** The entry by which a redemption was booked; none of goods for a service. One statement. */
async function entryOf(desk: Desk, table: 'point_entry' | 'stock_entry', redemption: string) {
  const entry = await desk.db
    .selectFrom(table)
    .select('id')
    .where('town_id', '=', desk.town)
    .where('redemption_id', '=', redemption)
    .where('reverses_id', 'is', null)
    .executeTakeFirst();
  return entry?.id;
}

/**
 * What an input names that points were spent on, of a volunteer within reach of whoever keeps points, held until this change is done.
 * Errors: NOT_FOUND on input.redemption; CONFLICT there where it is settled.
 */
async function holdRedemption(desk: Desk, actor: Actor, named: string): Promise<RedemptionRow> {
  await holdTree(desk);
  const row = await selectRedemptions(desk)
    .innerJoin('volunteer as v', (join) =>
      join.onRef('v.town_id', '=', 'r.town_id').onRef('v.id', '=', 'r.volunteer_id'),
    )
    .select('v.unit_id')
    .where('r.town_id', '=', desk.town)
    .where('r.id', '=', requireIdIn(desk.town, named, 'Redemption', 'input.redemption'))
    .forNoKeyUpdate('r')
    .executeTakeFirst();
  const where = row && { townId: desk.town, unitUuid: row.unit_id };
  if (!row || !where || !(await reachesVolunteers(desk, actor, 'volunteer:keep', where))) {
    throw notFound('input.redemption');
  }
  if (row.state !== 'ORDERED') throw conflict('redemptionSettled', 'input.redemption');
  return row;
}
