import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { freeName } from '../handling/listed.ts';
import { globalId } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { bookGoods } from './book.ts';
import { beginPoints, changePoints, requirePoints } from './dated-points.ts';
import type { RewardType } from './reward.type.ts';
import { holdReward, rewardsOf } from './reward-rows.ts';
import type { RewardKind } from './volunteer-states.ts';

/** How much a town offers at most, with what has ended; how many goods come at once, and are on a shelf. */
const [most, mostAtOnce, mostOnShelf] = [300, 100_000, 1_000_000];

/** Puts something on the list of the desk's town. Errors: BAD_INPUT or CONFLICT on input.name; BAD_INPUT on input.points or input.from. */
export async function addReward(
  desk: Desk,
  input: { kind: RewardKind; name: string; points: number; from?: string | null },
): Promise<RewardType> {
  await lockSettings(desk);
  const rewards = await desk.load(rewardsOf, desk.town);
  if (rewards.length >= most) throw badInput('input.name', 'tooMany', { most });
  const { kind } = input;
  const [name, uuid] = [freeName(rewards, input.name), newId()];
  const points = requirePoints('reward_price', input.points);
  await desk.db
    .insertInto('reward')
    .values({ town_id: desk.town, id: uuid, kind, name, position: rewards.length + 1, ended_on: null })
    .execute();
  const price = await beginPoints(desk, 'reward_price', uuid, { points, from: input.from });
  const id = globalId('Reward', desk.town, uuid);
  return {
    id,
    townId: desk.town,
    uuid,
    kind,
    name,
    prices: [price],
    stock: kind === 'GOODS' ? 0 : null,
    endedOn: null,
  };
}

/** Says what something costs from a day on. Errors: those of holdReward; BAD_INPUT on input.points or input.from. */
export async function setRewardPrice(
  desk: Desk,
  input: { reward: string; points: number; from?: string | null },
): Promise<RewardType> {
  await lockSettings(desk);
  const reward = await holdReward(desk, input.reward);
  return { ...reward, prices: await changePoints(desk, 'reward_price', reward.uuid, reward.prices, input) };
}

/**
 * Puts goods on the shelf, or writes off those that are gone from it.
 * Errors: those of holdReward; CONFLICT on input.reward that is a service; BAD_INPUT on input.quantity or input.reason; CONFLICT on input.quantity of
 * more than there are.
 */
export async function stockReward(
  desk: Desk,
  actor: Actor,
  input: { reward: string; quantity: number; reason: string },
): Promise<RewardType> {
  await lockSettings(desk);
  const reward = await holdReward(desk, input.reward);
  if (reward.stock === null) throw conflict('serviceHasNoStock', 'input.reward');
  const { quantity } = input;
  if (quantity === 0 || Math.abs(quantity) > mostAtOnce) throw badInput('input.quantity', 'stockChange');
  const stock = reward.stock + quantity;
  if (stock < 0) throw conflict('stockShort', 'input.quantity', { stock: reward.stock });
  if (stock > mostOnShelf) throw badInput('input.quantity', 'stockMost', { most: mostOnShelf });
  const ways = quantity > 0 ? (['SUPPLIED', 'SHELF'] as const) : (['SHELF', 'SUPPLIED'] as const);
  await bookGoods(desk, actor, {
    ...{ id: newId(), reward_id: reward.uuid, from_account: ways[0], to_account: ways[1] },
    ...{ quantity: Math.abs(quantity), redemption_id: null, reverses_id: null },
    reason: oneLine(input.reason, 'input.reason', 200),
  });
  return { ...reward, stock };
}

/** Says that something is not to be had any more, from today on; what was ordered stays. Errors: those of holdReward. */
export async function endReward(desk: Desk, input: { reward: string }): Promise<RewardType> {
  await lockSettings(desk);
  const reward = await holdReward(desk, input.reward);
  const endedOn = dayOf(desk.now);
  await desk.db
    .updateTable('reward')
    .set({ ended_on: endedOn })
    .where('town_id', '=', desk.town)
    .where('id', '=', reward.uuid)
    .execute();
  return { ...reward, endedOn };
}
