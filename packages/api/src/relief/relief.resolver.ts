import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { permissionName } from '../access/permission.type.ts';
import { accountName } from '../accounts/account-name.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { notFound } from '../errors.ts';
import { householdSeen } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { say } from '../messages.ts';
import { campaignsOf } from '../relief-campaigns/campaigns.ts';
import { ReliefCampaignType } from '../relief-campaigns/relief-campaign.type.ts';
import { ReliefItemType } from '../relief-items/relief-item.type.ts';
import { reliefCategoriesOf, reliefItemsOf } from '../relief-items/relief-list.ts';
import { residentSeen } from '../residents/find-resident.ts';
import { ResidentType } from '../residents/resident.type.ts';
import type { Connection } from '../schema/connection.ts';
import { MoneyScalar, sumOf } from '../schema/money.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { grantsOf, reasonsOf, reliefEventsOf } from './application-parts.ts';
import { repeatsOf } from './application-rows.ts';
import { listApplications } from './list-applications.ts';
import { ReliefApplicationsArgs } from './relief.input.ts';
import {
  ReliefApplicationConnectionType,
  ReliefApplicationType,
  ReliefEventType,
  ReliefGrantType,
  ReliefStepEnum,
  ReliefTransitionType,
} from './relief.type.ts';
import { getApplication, reliefActions } from './relief-reach.ts';
import { reliefTransitions } from './relief-states.ts';

@Resolver(() => TownType)
export class TownReliefResolver {
  @Query(() => [ReliefTransitionType], {
    description:
      'What may become of an application for relief: every step, from which states to which, and with which permission.',
  })
  reliefTransitions(): ReliefTransitionType[] {
    return reliefTransitions.map(({ step, from, to, permission }) => ({
      ...{ step, from: [...from], to, permission: permissionName(permission) },
    }));
  }

  @FieldResolver(() => ReliefApplicationConnectionType, {
    nullable: true,
    description:
      'The town’s applications for relief 帮困申请 of households within the viewer’s reach, the latest first. Null where the viewer sees no relief in the town.',
  })
  async reliefApplications(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => ReliefApplicationsArgs) args: ReliefApplicationsArgs,
  ): Promise<Connection<ReliefApplicationType> | null> {
    const desk = await ctx.readTownFor('relief:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['reliefApplications', args], () => listApplications(desk, ctx, args));
  }
}

@Resolver(() => ReliefApplicationType)
export class ReliefApplicationResolver {
  @Query(() => ReliefApplicationType, {
    nullable: true,
    description: 'An application for relief by its id. NOT_FOUND where it is not open to the viewer.',
  })
  reliefApplication(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the application.' }) id: string,
  ): Promise<ReliefApplicationType> {
    return getApplication(ctx, id);
  }

  @FieldResolver(() => TownType, { description: 'The town of the household.' })
  town(@Ctx() ctx: Context, @Root() { townId }: ReliefApplicationType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'The household; null where it is out of the viewer’s reach.',
  })
  household(
    @Ctx() ctx: Context,
    @Root() { townId, householdUuid }: ReliefApplicationType,
  ): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }

  @FieldResolver(() => ResidentType, {
    nullable: true,
    description:
      'The member for whom it is; null for all of the household, and where they have gone out of the viewer’s reach.',
  })
  resident(@Ctx() ctx: Context, @Root() { townId, residentUuid }: ReliefApplicationType): Promise<ResidentType | null> {
    return residentSeen(ctx, townId, residentUuid);
  }

  @FieldResolver(() => ReliefItemType, {
    nullable: true,
    description: 'What it is for; of a sensitive category null without `@purpose`.',
  })
  async item(@Ctx() ctx: Context, @Root() application: ReliefApplicationType): Promise<ReliefItemType | null> {
    const { item, sensitive } = await itemOf(ctx, application);
    return !sensitive || shows(ctx, application, 'ReliefApplication.item') ? item : null;
  }

  @FieldResolver(() => String, {
    description:
      'What it is for, by name; 涉及健康或残疾的帮困 (relief for health or disability) in the place of one of a sensitive category without `@purpose`.',
  })
  async itemName(@Ctx() ctx: Context, @Root() application: ReliefApplicationType): Promise<string> {
    const { item, sensitive } = await itemOf(ctx, application);
    const shown = !sensitive || shows(ctx, application, 'ReliefApplication.itemName');
    return shown ? item.name : say(ctx.language, 'sensitiveRelief');
  }

  @FieldResolver(() => ReliefCampaignType, {
    nullable: true,
    description:
      'The round within which it was applied for; null where there is none, and where the viewer may not count relief.',
  })
  async campaign(
    @Ctx() ctx: Context,
    @Root() { townId, campaignUuid }: ReliefApplicationType,
  ): Promise<ReliefCampaignType | null> {
    const campaigns = await (await ctx.readTownFor('relief:count', townId))?.load(campaignsOf, townId);
    return campaigns?.find(({ uuid }) => uuid === campaignUuid) ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it is needed; null without `@purpose`.' })
  async reason(@Ctx() ctx: Context, @Root() application: ReliefApplicationType): Promise<string | null> {
    if (!shows(ctx, application, 'ReliefApplication.reason')) return null;
    return (await (await ctx.readTown(application.townId)).load(reasonsOf, keyOf(application))) ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: ReliefApplicationType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => [ReliefGrantType], {
    description: 'What it is granted of which funds; none until it is approved.',
  })
  async grants(@Ctx() ctx: Context, @Root() application: ReliefApplicationType): Promise<ReliefGrantType[]> {
    return (await ctx.readTown(application.townId)).load(grantsOf, keyOf(application));
  }

  @FieldResolver(() => MoneyScalar, { description: 'What it is granted, without what was taken back.' })
  async granted(@Ctx() ctx: Context, @Root() application: ReliefApplicationType): Promise<number> {
    const grants = await (await ctx.readTown(application.townId)).load(grantsOf, keyOf(application));
    return sumOf(grants.filter(({ cancelledOn }) => cancelledOn === null));
  }

  @FieldResolver(() => [ReliefApplicationType], {
    description:
      'The others for the same item of the same household in the same year or campaign that were not refused, withdrawn or taken back: whoever approves looks at them.',
  })
  async repeats(@Ctx() ctx: Context, @Root() application: ReliefApplicationType): Promise<ReliefApplicationType[]> {
    return repeatsOf(await ctx.readTown(application.townId), application);
  }

  @FieldResolver(() => [ReliefEventType], { description: 'Its steps, the first one first.' })
  async events(@Ctx() ctx: Context, @Root() application: ReliefApplicationType): Promise<ReliefEventType[]> {
    return (await ctx.readTown(application.townId)).load(reliefEventsOf, keyOf(application));
  }

  @FieldResolver(() => [ReliefStepEnum], { description: 'The steps that the viewer may take with it now.' })
  async actions(@Ctx() ctx: Context, @Root() application: ReliefApplicationType): Promise<string[]> {
    return reliefActions(await ctx.readTown(application.townId), ctx.signedIn, application);
  }
}

const keyOf = ({ townId, uuid }: ReliefApplicationType) => ({ townId, uuid });

function shows(
  ctx: Context,
  { townId, auditKey: subject }: ReliefApplicationType,
  field: 'ReliefApplication.item' | 'ReliefApplication.itemName' | 'ReliefApplication.reason',
): boolean {
  return personal(ctx, townId, { subject, field });
}

/** The item of an application, and whether its category says something about health or disability. */
async function itemOf(ctx: Context, { townId, itemUuid }: ReliefApplicationType) {
  const desk = await ctx.readTown(townId);
  const [items, categories] = await Promise.all([
    desk.load(reliefItemsOf, townId),
    desk.load(reliefCategoriesOf, townId),
  ]);
  const item = items.find(({ uuid }) => uuid === itemUuid);
  const category = categories.find(({ uuid }) => uuid === item?.categoryUuid);
  if (!item || !category) throw notFound();
  return { item, sensitive: category.sensitive };
}
