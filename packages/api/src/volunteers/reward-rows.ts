import type { TownKey } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { pointsOf } from './dated-points.ts';
import type { RewardType } from './reward.type.ts';

/** Batch of what points are spent on in towns, in the towns' order, with what is not to be had any more. Two statements. */
export async function rewardsOf(desk: Desk, towns: readonly number[]): Promise<RewardType[][]> {
  const rows = await desk.db
    .selectFrom('reward')
    .select(['town_id', 'id', 'kind', 'name', 'stock', 'ended_on'])
    .where('town_id', 'in', [...towns])
    .orderBy('position')
    .orderBy('id')
    .execute();
  const prices = await pointsOf(desk, 'reward_price', towns);
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((townId) =>
    (byTown.get(townId) ?? []).map(({ id: uuid, kind, name, stock, ended_on: endedOn }) => ({
      ...{ id: globalId('Reward', townId, uuid), townId, uuid, kind, name, endedOn },
      ...{ prices: prices.get(`${townId} ${uuid}`) ?? [], stock: kind === 'GOODS' ? stock : null },
    })),
  );
}

/** What points were spent on, by its id in a town. Throws where there is nothing: a mistake in the code. */
export async function rewardOf(desk: Desk, { townId, uuid }: TownKey): Promise<RewardType> {
  const reward = (await desk.load(rewardsOf, townId)).find((each) => each.uuid === uuid);
  if (!reward) throw new Error(`No reward ${uuid}`);
  return reward;
}

/**
 * What an input names to spend points on, to be had, held until this change is done.
 * Errors: NOT_FOUND on input.reward; CONFLICT there where it is not to be had any more.
 */
export async function holdReward(desk: Desk, id: string): Promise<RewardType> {
  const uuid = requireIdIn(desk.town, id, 'Reward', 'input.reward');
  const row = await desk.db
    .selectFrom('reward')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('input.reward');
  // What was loaded before may be what others have taken since.
  desk.forget();
  const reward = await rewardOf(desk, { townId: desk.town, uuid });
  if (reward.endedOn !== null) throw conflict('rewardEnded', 'input.reward', { date: reward.endedOn });
  return reward;
}
