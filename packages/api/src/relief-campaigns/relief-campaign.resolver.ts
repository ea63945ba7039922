import { Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { reachesTown } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { campaignsOf, openReliefCampaign, reviseReliefCampaign } from './campaigns.ts';
import { OpenReliefCampaignInput, ReliefCampaignPayload, ReviseReliefCampaignInput } from './relief-campaign.input.ts';
import { ReliefCampaignType } from './relief-campaign.type.ts';

@Resolver(() => TownType)
export class ReliefCampaignResolver {
  @FieldResolver(() => [ReliefCampaignType], {
    nullable: true,
    description:
      'The town’s rounds of relief 帮困活动, the latest one first. Null where the viewer may not count relief.',
  })
  async reliefCampaigns(@Ctx() ctx: Context, @Root() { townId }: TownType): Promise<ReliefCampaignType[] | null> {
    return (await (await ctx.readTownFor('relief:count', townId))?.load(campaignsOf, townId)) ?? null;
  }

  @Mutation(() => ReliefCampaignPayload, { description: 'Opens a round of relief 帮困活动.' })
  async openReliefCampaign(
    @Ctx() ctx: Context,
    @Input(() => OpenReliefCampaignInput) input: OpenReliefCampaignInput,
  ): Promise<ReliefCampaignPayload> {
    const { townId } = await getTownFor(ctx, 'relief:configure', input.town);
    return ctx.changeTown(townId, 'input.town', 'openReliefCampaign', input, async (desk) => ({
      campaign: await openReliefCampaign(desk, input),
    }));
  }

  @Mutation(() => ReliefCampaignPayload, { description: 'Says anew what a round of relief is called and its days.' })
  async reviseReliefCampaign(
    @Ctx() ctx: Context,
    @Input(() => ReviseReliefCampaignInput) input: ReviseReliefCampaignInput,
  ): Promise<ReliefCampaignPayload> {
    const { townId } = requireId(input.campaign, 'ReliefCampaign', 'input.campaign');
    if (!reachesTown(ctx.signedIn, 'relief:configure', townId)) throw notFound('input.campaign');
    return ctx.changeTown(townId, 'input.campaign', 'reviseReliefCampaign', input, async (desk) => ({
      campaign: await reviseReliefCampaign(desk, input),
    }));
  }
}
