import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt, reachesTown } from '../access/reach.ts';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import type { Connection } from '../schema/connection.ts';
import { PeriodInput, requirePeriod } from '../schema/period.type.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { VolunteerActivityKindType, VolunteerActivityType } from './activity.type.ts';
import { activitiesById } from './activity-rows.ts';
import { activityKindsOf } from './kind-rows.ts';
import { listVolunteers } from './list-volunteers.ts';
import { reconcile } from './reconcile.ts';
import { redemptionsById } from './redemption-rows.ts';
import { RedemptionType, RewardType } from './reward.type.ts';
import { rewardsOf } from './reward-rows.ts';
import { statementsOf } from './statement.ts';
import { pointSums } from './sums.ts';
import { PointSumsType, PointSumType, VolunteerLedgerType } from './sums.type.ts';
import { VolunteersArgs } from './volunteer.input.ts';
import { PointEntryType, PointStatementType, VolunteerConnectionType, VolunteerType } from './volunteer.type.ts';
import { getVolunteer, placeOfVolunteers } from './volunteer-reach.ts';

@Resolver(() => TownType)
export class TownVolunteersResolver {
  @FieldResolver(() => VolunteerConnectionType, {
    nullable: true,
    description:
      'The town’s volunteers 志愿者 whom the viewer sees, in the order in which they came. Null where the viewer sees none in the town.',
  })
  async volunteers(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => VolunteersArgs) args: VolunteersArgs,
  ): Promise<Connection<VolunteerType> | null> {
    const desk = await ctx.readTownFor('volunteer:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['volunteers', args], () => listVolunteers(desk, ctx.signedIn, args));
  }

  @FieldResolver(() => PointSumsType, {
    nullable: true,
    description:
      'What was earned and spent in a period 积分汇总, in all, by kind of activity, by what it was spent on, and by unit. Null where the viewer does not see all volunteers of the town.',
  })
  async volunteerPoints(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('period', () => PeriodInput, { description: 'The days on which entries were booked.' }) period: PeriodInput,
  ): Promise<PointSumsType | null> {
    requirePeriod(period, 'period');
    if (!reachesTown(ctx.signedIn, 'volunteer:read', townId)) return null;
    const desk = await ctx.readTown(townId);
    return loadOnce(desk, ['volunteerPoints', townId, period], () => pointSums(desk, period));
  }

  @FieldResolver(() => VolunteerLedgerType, {
    nullable: true,
    description:
      'The ledger of points, added up anew and compared with all that is kept beside it 对账. Null where the viewer does not see all volunteers of the town.',
  })
  async volunteerLedger(@Ctx() ctx: Context, @Root() { townId }: TownType): Promise<VolunteerLedgerType | null> {
    if (!reachesTown(ctx.signedIn, 'volunteer:read', townId)) return null;
    const desk = await ctx.readTown(townId);
    return loadOnce(desk, ['volunteerLedger', townId], () => reconcile(desk));
  }
}

@Resolver(() => VolunteerType)
export class VolunteerResolver {
  @Query(() => VolunteerType, {
    nullable: true,
    description: 'A volunteer by their id. NOT_FOUND where they are not open to the viewer.',
  })
  volunteer(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the volunteer.' }) id: string,
  ): Promise<VolunteerType> {
    return getVolunteer(ctx, id);
  }

  @FieldResolver(() => TownType, { description: 'The town whose volunteer they are.' })
  town(@Ctx() ctx: Context, @Root() { townId }: VolunteerType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit of which they are, as it is today or was last.',
  })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: VolunteerType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }

  @FieldResolver(() => PointStatementType, {
    description: 'What became of their points in a period 积分对账单, across years.',
  })
  async statement(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: VolunteerType,
    @Arg('period', () => PeriodInput, { description: 'The days.' }) period: PeriodInput,
  ): Promise<PointStatementType> {
    requirePeriod(period, 'period');
    return (await ctx.readTown(townId)).load(statementsOf, { townId, uuid, period });
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do where they are.' })
  async viewerCan(@Ctx() ctx: Context, @Root() volunteer: VolunteerType): Promise<string[]> {
    const place = await placeOfVolunteers(await ctx.readTown(volunteer.townId), volunteer);
    return permissionsAt(ctx.signedIn, place).map(permissionName);
  }
}

@Resolver(() => PointEntryType)
export class PointEntryResolver {
  @FieldResolver(() => VolunteerActivityType, { nullable: true, description: 'The activity that earned them.' })
  async activity(
    @Ctx() ctx: Context,
    @Root() { townId, activityUuid: uuid }: PointEntryType,
  ): Promise<VolunteerActivityType | null> {
    if (uuid === null) return null;
    return (await (await ctx.readTown(townId)).load(activitiesById, { townId, uuid })) ?? null;
  }

  @FieldResolver(() => RedemptionType, { nullable: true, description: 'What they were spent on.' })
  async redemption(
    @Ctx() ctx: Context,
    @Root() { townId, redemptionUuid: uuid }: PointEntryType,
  ): Promise<RedemptionType | null> {
    if (uuid === null) return null;
    return (await (await ctx.readTown(townId)).load(redemptionsById, { townId, uuid })) ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: PointEntryType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}

@Resolver(() => PointSumType)
export class PointSumResolver {
  @FieldResolver(() => VolunteerActivityKindType, { nullable: true, description: 'The kind, of sums by kind.' })
  async activityKind(
    @Ctx() ctx: Context,
    @Root() { townId, activityKindUuid }: PointSumType,
  ): Promise<VolunteerActivityKindType | null> {
    const all = await (await ctx.readTown(townId)).load(activityKindsOf, townId);
    return all.find(({ uuid }) => uuid === activityKindUuid) ?? null;
  }

  @FieldResolver(() => RewardType, { nullable: true, description: 'What points were spent on, of sums by that.' })
  async reward(@Ctx() ctx: Context, @Root() { townId, rewardUuid }: PointSumType): Promise<RewardType | null> {
    const all = await (await ctx.readTown(townId)).load(rewardsOf, townId);
    return all.find(({ uuid }) => uuid === rewardUuid) ?? null;
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit, of sums by unit.' })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: PointSumType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }
}
