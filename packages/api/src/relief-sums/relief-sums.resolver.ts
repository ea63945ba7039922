import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { holdsIn, reaches } from '../access/reach.ts';
import { requireUnsuppressed } from '../access/small-numbers.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { notFound } from '../errors.ts';
import { campaignsOf } from '../relief-campaigns/campaigns.ts';
import { ReliefCampaignType } from '../relief-campaigns/relief-campaign.type.ts';
import { ReliefCategoryType, ReliefItemType } from '../relief-items/relief-item.type.ts';
import { reliefCategoriesOf, reliefItemsOf } from '../relief-items/relief-list.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { placeWith } from '../units/standing-under.ts';
import { timelineOf } from '../units/timeline.ts';
import { UnitType } from '../units/unit.type.ts';
import { reliefSums } from './relief-sums.ts';
import { type ReliefGroup, ReliefGroupEnum, ReliefSumsType, ReliefSumType } from './relief-sums.type.ts';

@Resolver(() => TownType)
export class TownReliefSumsResolver {
  @FieldResolver(() => ReliefSumsType, {
    nullable: true,
    description:
      'What was granted in a period 帮困汇总, in all and by category, item, unit, campaign or source. What fewer than five households were granted of sensitive categories or their items is told together, without a name, to who reads relief, unless the operation names a `@purpose`. FORBIDDEN to an application that may not read relief. Null where the viewer may not count relief.',
  })
  async reliefSums(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('by', () => ReliefGroupEnum, { description: 'What to tell apart.' }) by: ReliefGroup,
    @Arg('period', () => PeriodInput, { description: 'The days on which it was approved.' }) period: PeriodInput,
    @Arg('campaign', () => ID, { nullable: true, description: 'Of this campaign alone.' }) campaign?: string | null,
    @Arg('unit', () => ID, {
      nullable: true,
      description: 'Of households of this unit alone, whose relief the viewer sees; NOT_FOUND else.',
    })
    unit?: string | null,
  ): Promise<ReliefSumsType | null> {
    const desk = await ctx.readTownFor('relief:count', townId);
    if (!desk) return null;
    // They tell apart so few that nothing would be left of them.
    requireUnsuppressed(ctx.signedIn, 'relief:count', townId);
    const within = unit == null ? null : requireIdIn(townId, unit, 'Unit', 'unit');
    if (within !== null) {
      const known = (await desk.load(timelineOf, townId)).find(within);
      if (!known || !reaches(ctx.signedIn, 'relief:read', await placeWith(desk, townId, within)))
        throw notFound('unit');
    }
    const question = { townId, by, period, campaign: campaign ?? null, unit: within };
    // Who sees no application cannot tell whose a sum is.
    const seesWhose = holdsIn(ctx.signedIn, 'relief:read', townId);
    const namesFew = !seesWhose || ctx.personalReadings.purpose !== undefined;
    const sums = await loadOnce(desk, ['reliefSums', question], () => reliefSums(desk, question, namesFew));
    if (seesWhose && sums.ofFew) ctx.personalReadings.add(townId, 'ReliefApplication.item', []);
    return sums;
  }
}

@Resolver(() => ReliefSumType)
export class ReliefSumResolver {
  @FieldResolver(() => ReliefCategoryType, {
    nullable: true,
    description: 'The category, of sums by category; null for those told together.',
  })
  async category(@Ctx() ctx: Context, @Root() sum: ReliefSumType): Promise<ReliefCategoryType | null> {
    const all = await (await ctx.readTown(sum.townId)).load(reliefCategoriesOf, sum.townId);
    return all.find(({ uuid }) => uuid === sum.categoryUuid) ?? null;
  }

  @FieldResolver(() => ReliefItemType, {
    nullable: true,
    description: 'The item, of sums by item; null for those told together.',
  })
  async item(@Ctx() ctx: Context, @Root() sum: ReliefSumType): Promise<ReliefItemType | null> {
    const all = await (await ctx.readTown(sum.townId)).load(reliefItemsOf, sum.townId);
    return all.find(({ uuid }) => uuid === sum.itemUuid) ?? null;
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit, of sums by unit; null for the town itself.',
  })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: ReliefSumType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }

  @FieldResolver(() => ReliefCampaignType, {
    nullable: true,
    description: 'The campaign, of sums by campaign; null for what is of none.',
  })
  async campaign(@Ctx() ctx: Context, @Root() sum: ReliefSumType): Promise<ReliefCampaignType | null> {
    const all = await (await ctx.readTown(sum.townId)).load(campaignsOf, sum.townId);
    return all.find(({ uuid }) => uuid === sum.campaignUuid) ?? null;
  }
}
