import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { addReward, endReward, setRewardPrice, stockReward } from './keep-rewards.ts';
import { cancelRedemption, fulfilRedemption, redeemPoints } from './redeem.ts';
import { redemptionsById } from './redemption-rows.ts';
import {
  AddRewardInput,
  CancelRedemptionInput,
  EndRewardInput,
  FulfilRedemptionInput,
  RedeemPointsInput,
  RedemptionPayload,
  RewardPayload,
  SetRewardPriceInput,
  StockRewardInput,
} from './reward.input.ts';
import type { RewardType } from './reward.type.ts';
import { settle, volunteerPayload } from './volunteer-mutations.resolver.ts';

@Resolver()
export class RewardMutations {
  @Mutation(() => RewardPayload, { description: 'Puts something that points are spent on 兑换项目 on a town’s list.' })
  async addReward(@Ctx() ctx: Context, @Input(() => AddRewardInput) input: AddRewardInput): Promise<RewardPayload> {
    const { townId } = await getTownFor(ctx, 'volunteer:configure', input.town);
    return ctx.changeTown(townId, 'input.town', 'addReward', input, async (desk) => ({
      reward: await addReward(desk, input),
    }));
  }

  @Mutation(() => RewardPayload, {
    description: 'Says what something costs from a day on 调整兑换标准. What was spent stays.',
  })
  setRewardPrice(
    @Ctx() ctx: Context,
    @Input(() => SetRewardPriceInput) input: SetRewardPriceInput,
  ): Promise<RewardPayload> {
    return this.#settle(ctx, 'setRewardPrice', input, (desk) => setRewardPrice(desk, input));
  }

  @Mutation(() => RewardPayload, { description: 'Puts goods on the shelf 入库, or writes off those that are gone.' })
  stockReward(@Ctx() ctx: Context, @Input(() => StockRewardInput) input: StockRewardInput): Promise<RewardPayload> {
    return this.#settle(ctx, 'stockReward', input, (desk) => stockReward(desk, ctx.signedIn, input));
  }

  @Mutation(() => RewardPayload, {
    description: 'Says that something is not to be had any more. What was ordered stays.',
  })
  endReward(@Ctx() ctx: Context, @Input(() => EndRewardInput) input: EndRewardInput): Promise<RewardPayload> {
    return this.#settle(ctx, 'endReward', input, (desk) => endReward(desk, input));
  }

  @Mutation(() => RedemptionPayload, {
    description:
      'Spends points of a volunteer 积分兑换: they are taken at once, and never more than there are, however many spend at once.',
  })
  redeemPoints(
    @Ctx() ctx: Context,
    @Input(() => RedeemPointsInput) input: RedeemPointsInput,
  ): Promise<RedemptionPayload> {
    const { townId } = requireId(input.volunteer, 'Volunteer', 'input.volunteer');
    return ctx.changeTown(townId, 'input.volunteer', 'redeemPoints', input, async (desk) =>
      redemptionPayload(desk, await redeemPoints(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => RedemptionPayload, {
    description: 'Puts down that what points were spent on was done or handed over 办理兑换.',
  })
  fulfilRedemption(
    @Ctx() ctx: Context,
    @Input(() => FulfilRedemptionInput) input: FulfilRedemptionInput,
  ): Promise<RedemptionPayload> {
    return this.#step(ctx, 'fulfilRedemption', input, (desk) => fulfilRedemption(desk, ctx.signedIn, input));
  }

  @Mutation(() => RedemptionPayload, {
    description: 'Takes back what points were spent on 取消兑换: points and goods are given back.',
  })
  cancelRedemption(
    @Ctx() ctx: Context,
    @Input(() => CancelRedemptionInput) input: CancelRedemptionInput,
  ): Promise<RedemptionPayload> {
    return this.#step(ctx, 'cancelRedemption', input, (desk) => cancelRedemption(desk, ctx.signedIn, input));
  }

  #settle(
    ctx: Context,
    operation: string,
    input: Keyed & { reward: string },
    work: (desk: Desk) => Promise<RewardType>,
  ): Promise<RewardPayload> {
    return settle(ctx, ['Reward', input.reward, 'input.reward'], operation, input, async (desk) => ({
      reward: await work(desk),
    }));
  }

  #step(
    ctx: Context,
    operation: string,
    input: Keyed & { redemption: string },
    work: (desk: Desk) => Promise<string>,
  ): Promise<RedemptionPayload> {
    const { townId } = requireId(input.redemption, 'Redemption', 'input.redemption');
    return ctx.changeTown(townId, 'input.redemption', operation, input, async (desk) =>
      redemptionPayload(desk, await work(desk)),
    );
  }
}

async function redemptionPayload(desk: Desk, uuid: string): Promise<RedemptionPayload> {
  desk.forget();
  const redemption = await desk.load(redemptionsById, { townId: desk.town, uuid });
  if (!redemption) throw notFound('input.redemption');
  return { redemption, ...(await volunteerPayload(desk, redemption.volunteerUuid)) };
}
