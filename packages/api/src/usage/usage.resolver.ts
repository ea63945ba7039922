import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ApplicationConsentType, ApplicationType } from '../applications/application.type.ts';
import { isOwn } from '../applications/own-application.ts';
import type { Context } from '../context.ts';
import { townsById } from '../towns/read-towns.ts';
import { TownType } from '../towns/town.type.ts';
import { requireUsagePeriod, usageOf } from './read-usage.ts';
import { noTown } from './usage.entity.ts';
import { ApplicationUsageArgs, ApplicationUsageType, UsageArgs, UsageInTownType } from './usage.type.ts';

@Resolver(() => ApplicationType)
export class ApplicationUsageResolver {
  @FieldResolver(() => ApplicationUsageType, {
    nullable: true,
    description: 'Its usage 用量 on some days; null for all but whoever registered it.',
  })
  async usage(
    @Ctx() ctx: Context,
    @Root() { uuid: application, ownerId }: ApplicationType,
    @Args(() => ApplicationUsageArgs) { period, by, town }: ApplicationUsageArgs,
  ): Promise<ApplicationUsageType | null> {
    requireUsagePeriod({ period, by });
    if (!isOwn(ctx, ownerId)) return null;
    const townId = town == null ? null : Number(town);
    return (await ctx.readSignIn()).load(usageOf, { application, townId, period, by });
  }
}

@Resolver(() => ApplicationConsentType)
export class ConsentUsageResolver {
  @FieldResolver(() => ApplicationUsageType, {
    nullable: true,
    description:
      'The usage 用量 of the application in the town on some days, by this consent or another; null for a viewer who does not decide about consents there.',
  })
  async usage(
    @Ctx() ctx: Context,
    @Root() { townId, applicationUuid: application }: ApplicationConsentType,
    @Args(() => UsageArgs) { period, by }: UsageArgs,
  ): Promise<ApplicationUsageType | null> {
    requireUsagePeriod({ period, by });
    const desk = await ctx.readTownFor('application:consent', townId);
    return desk ? desk.load(usageOf, { application, townId, period, by }) : null;
  }
}

@Resolver(() => UsageInTownType)
export class UsageInTownResolver {
  @FieldResolver(() => TownType, {
    nullable: true,
    description: 'The town; null for operations that concerned no consenting town.',
  })
  async town(@Ctx() ctx: Context, @Root() { townId }: UsageInTownType): Promise<TownType | null> {
    if (townId === noTown) return null;
    return (await (await ctx.readRegister()).load(townsById, { townId, asOf: ctx.today })) ?? null;
  }
}
