import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { notFound } from '../errors.ts';
import type { Connection } from '../schema/connection.ts';
import { TownType } from '../towns/town.type.ts';
import { getRedemption, listRedemptions } from './redemption-rows.ts';
import { RedemptionsArgs } from './reward.input.ts';
import { RedemptionConnectionType, RedemptionType, RewardType } from './reward.type.ts';
import { rewardOf, rewardsOf } from './reward-rows.ts';
import { VolunteerType } from './volunteer.type.ts';
import { volunteersById } from './volunteer-rows.ts';

@Resolver(() => TownType)
export class TownRewardsResolver {
  @FieldResolver(() => [RewardType], {
    nullable: true,
    description:
      'What points are spent on in the town 兑换项目, in its order. Null where the viewer sees no volunteers in the town.',
  })
  async rewards(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('ended', () => Boolean, { defaultValue: false, description: 'Whether to list what has ended, too.' })
    all: boolean,
  ): Promise<RewardType[] | null> {
    const rewards = await (await ctx.readTownFor('volunteer:read', townId))?.load(rewardsOf, townId);
    return rewards?.filter(({ endedOn }) => all || endedOn === null) ?? null;
  }

  @FieldResolver(() => RedemptionConnectionType, {
    nullable: true,
    description:
      'What points were spent on in the town 积分兑换, by volunteers whom the viewer sees, the latest first. Null where the viewer sees no volunteers in the town.',
  })
  async redemptions(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => RedemptionsArgs) args: RedemptionsArgs,
  ): Promise<Connection<RedemptionType> | null> {
    const desk = await ctx.readTownFor('volunteer:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['redemptions', args], () => listRedemptions(desk, ctx.signedIn, args));
  }
}

@Resolver(() => RedemptionType)
export class RedemptionResolver {
  @Query(() => RedemptionType, {
    nullable: true,
    description: 'What points were spent on by its id. NOT_FOUND where it is not open to the viewer.',
  })
  redemption(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the redemption.' }) id: string,
  ): Promise<RedemptionType> {
    return getRedemption(ctx, id);
  }

  @FieldResolver(() => VolunteerType, { description: 'Who spent the points.' })
  async volunteer(
    @Ctx() ctx: Context,
    @Root() { townId, volunteerUuid: uuid }: RedemptionType,
  ): Promise<VolunteerType> {
    const volunteer = await (await ctx.readTown(townId)).load(volunteersById, { townId, uuid });
    if (!volunteer) throw notFound();
    return volunteer;
  }

  @FieldResolver(() => RewardType, { description: 'What they were spent on.' })
  async reward(@Ctx() ctx: Context, @Root() { townId, rewardUuid: uuid }: RedemptionType): Promise<RewardType> {
    return rewardOf(await ctx.readTown(townId), { townId, uuid });
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: RedemptionType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who put down that it was done, handed over or taken back, as the town knows them.',
  })
  settledBy(@Ctx() ctx: Context, @Root() { townId, settledById }: RedemptionType): Promise<string | null> {
    return accountName(ctx, townId, settledById);
  }
}
