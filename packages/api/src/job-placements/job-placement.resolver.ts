import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { householdSeen } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { deskOfHousehold } from '../households/of-household.ts';
import { residentSeen } from '../residents/find-resident.ts';
import { ResidentType } from '../residents/resident.type.ts';
import type { Connection } from '../schema/connection.ts';
import { TownType } from '../towns/town.type.ts';
import { getPlacement } from './find-placement.ts';
import { JobPlacementsArgs } from './job-placement.input.ts';
import { JobPlacementConnectionType, JobPlacementType } from './job-placement.type.ts';
import { listPlacements } from './list-placements.ts';
import { placementsOfHouseholds } from './placement-rows.ts';

@Resolver(() => TownType)
export class TownJobPlacementsResolver {
  @FieldResolver(() => JobPlacementConnectionType, {
    nullable: true,
    description:
      'The jobs that were found for residents 就业安置 within the viewer’s reach, the latest first, without those withdrawn. Null where the viewer sees no relief in the town.',
  })
  async jobPlacements(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => JobPlacementsArgs) args: JobPlacementsArgs,
  ): Promise<Connection<JobPlacementType> | null> {
    const desk = await ctx.readTownFor('relief:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['jobPlacements', args], () => listPlacements(desk, ctx.signedIn, args));
  }
}

@Resolver(() => HouseholdType)
export class HouseholdJobPlacementsResolver {
  @FieldResolver(() => [JobPlacementType], {
    nullable: true,
    description:
      'The jobs that were found for members of the household, the latest first, without those withdrawn. Null where the viewer sees no relief of it.',
  })
  async jobPlacements(@Ctx() ctx: Context, @Root() household: HouseholdType): Promise<JobPlacementType[] | null> {
    const { townId, uuid } = household;
    return (
      (await deskOfHousehold(ctx, 'relief:read', household))?.load(placementsOfHouseholds, { townId, uuid }) ?? null
    );
  }
}

@Resolver(() => JobPlacementType)
export class JobPlacementResolver {
  @Query(() => JobPlacementType, {
    nullable: true,
    description: 'A job that was found for a resident, by its id. NOT_FOUND where it is not open to the viewer.',
  })
  jobPlacement(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the job.' }) id: string,
  ): Promise<JobPlacementType> {
    return getPlacement(ctx, id);
  }

  @FieldResolver(() => ResidentType, {
    nullable: true,
    description: 'For whom it was found; null where they have gone out of the viewer’s reach.',
  })
  resident(@Ctx() ctx: Context, @Root() { townId, residentUuid }: JobPlacementType): Promise<ResidentType | null> {
    return residentSeen(ctx, townId, residentUuid);
  }

  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'Where they lived on that day; null where it is out of the viewer’s reach.',
  })
  household(@Ctx() ctx: Context, @Root() { townId, householdUuid }: JobPlacementType): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who took them on; null without `@purpose`.' })
  employer(
    @Ctx() ctx: Context,
    @Root() { townId, auditKey: subject, employerInFull }: JobPlacementType,
  ): string | null {
    return personal(ctx, townId, { subject, field: 'JobPlacement.employer' }) ? employerInFull : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was withdrawn; null unless, and without `@purpose`.',
  })
  withdrawnBecause(
    @Ctx() ctx: Context,
    @Root() { townId, auditKey: subject, becauseInFull }: JobPlacementType,
  ): string | null {
    if (becauseInFull === null) return null;
    return personal(ctx, townId, { subject, field: 'JobPlacement.withdrawnBecause' }) ? becauseInFull : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: JobPlacementType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}
