import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt } from '../access/reach.ts';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { householdSeen, placeOfHousehold } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { deskOfHousehold } from '../households/of-household.ts';
import { PersonType } from '../people/person.type.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { unitNamed } from '../units/find-unit.ts';
import { BlockType, type UnitType } from '../units/unit.type.ts';
import { getVisibleVisit } from './find-visit.ts';
import { judgedVisits } from './record-faults.ts';
import { said } from './said.ts';
import type { RecordFault } from './visit.entity.ts';
import { RecordFaultEnum, VisitConnectionType, VisitType, VisitVersionType } from './visit.type.ts';
import { lastVisits, versionsOf, visitorsOf, visitsOf } from './visit-lists.ts';

@Resolver(() => VisitType)
export class VisitResolver {
  @Query(() => VisitType, {
    nullable: true,
    description: 'A visit by its id, for whoever is in charge of its household today. NOT_FOUND to everybody else.',
  })
  visit(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the visit.' }) id: string,
  ): Promise<VisitType> {
    return getVisibleVisit(ctx, id);
  }

  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'The household; null where it has gone out of the viewer’s reach.',
  })
  household(@Ctx() ctx: Context, @Root() { townId, householdUuid }: VisitType): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }

  @FieldResolver(() => BlockType, { description: 'The block it was recorded under, as it was on that day.' })
  block(@Ctx() ctx: Context, @Root() visit: VisitType): Promise<UnitType | null> {
    const { townId, blockUuid, visitedOn } = visit;
    return unitNamed(ctx, townId, blockUuid, visitedOn);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The first must-record: the household’s basic situation 基本情况; null without `@purpose`.',
  })
  situation(@Ctx() ctx: Context, @Root() { townId, versionUuid }: VisitType): Promise<string | null> {
    return said(ctx, { townId, uuid: versionUuid }, 'Visit', 'situation');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The second must-record: what the residents ask for 诉求; null without `@purpose`.',
  })
  demand(@Ctx() ctx: Context, @Root() { townId, versionUuid }: VisitType): Promise<string | null> {
    return said(ctx, { townId, uuid: versionUuid }, 'Visit', 'demand');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The third must-record: what service was given 服务; null without `@purpose`.',
  })
  service(@Ctx() ctx: Context, @Root() { townId, versionUuid }: VisitType): Promise<string | null> {
    return said(ctx, { townId, uuid: versionUuid }, 'Visit', 'service');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What came of it, and what is left to do 结果; null without `@purpose`.',
  })
  outcome(@Ctx() ctx: Context, @Root() { townId, versionUuid }: VisitType): Promise<string | null> {
    return said(ctx, { townId, uuid: versionUuid }, 'Visit', 'outcome');
  }

  @FieldResolver(() => [RecordFaultEnum], {
    description: 'What its record lacks; empty where it is in order. Of a withdrawn one, what it lacked until then.',
  })
  async recordFaults(@Ctx() ctx: Context, @Root() { townId, uuid }: VisitType): Promise<RecordFault[]> {
    return (await (await ctx.readTown(townId)).load(judgedVisits, { townId, uuid })).faults;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether another visit to the household on the same day in the same way was noted before it: both count as one contact.',
  })
  async again(@Ctx() ctx: Context, @Root() { townId, uuid }: VisitType): Promise<boolean> {
    return (await (await ctx.readTown(townId)).load(judgedVisits, { townId, uuid })).again;
  }

  @FieldResolver(() => [PersonType], { description: 'The people who made the visit, by name.' })
  async visitors(@Ctx() ctx: Context, @Root() { townId, versionUuid }: VisitType): Promise<PersonType[]> {
    return (await ctx.readTown(townId)).load(visitorsOf, { townId, uuid: versionUuid });
  }

  @FieldResolver(() => [VisitVersionType], { description: 'All that was written about it, the first first.' })
  async versions(@Ctx() ctx: Context, @Root() { townId, uuid }: VisitType): Promise<VisitVersionType[]> {
    return (await ctx.readTown(townId)).load(versionsOf, { townId, uuid });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who recorded it, as the town knows them; null for what was taken over from before.',
  })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: VisitType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who withdrew it, as the town knows them.' })
  withdrawnBy(@Ctx() ctx: Context, @Root() { townId, withdrawnById }: VisitType): Promise<string | null> {
    return accountName(ctx, townId, withdrawnById);
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do with this visit.' })
  async viewerCan(@Ctx() ctx: Context, @Root() visit: VisitType): Promise<string[]> {
    const key = { townId: visit.townId, uuid: visit.householdUuid };
    const place = await placeOfHousehold(await ctx.readTown(visit.townId), key);
    const held = place ? permissionsAt(ctx.signedIn, place) : [];
    const own = visit.recordedById === ctx.signedIn.accountId && held.includes('visit:record');
    const may = own && !held.includes('visit:withdraw') ? [...held, 'visit:withdraw' as const] : held;
    return may.map(permissionName);
  }
}

@Resolver(() => VisitVersionType)
export class VisitVersionResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The first must-record: the household’s basic situation 基本情况; null without `@purpose`.',
  })
  situation(@Ctx() ctx: Context, @Root() { townId, versionUuid }: VisitVersionType): Promise<string | null> {
    return said(ctx, { townId, uuid: versionUuid }, 'VisitVersion', 'situation');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The second must-record: what the residents ask for 诉求; null without `@purpose`.',
  })
  demand(@Ctx() ctx: Context, @Root() { townId, versionUuid }: VisitVersionType): Promise<string | null> {
    return said(ctx, { townId, uuid: versionUuid }, 'VisitVersion', 'demand');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The third must-record: what service was given 服务; null without `@purpose`.',
  })
  service(@Ctx() ctx: Context, @Root() { townId, versionUuid }: VisitVersionType): Promise<string | null> {
    return said(ctx, { townId, uuid: versionUuid }, 'VisitVersion', 'service');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What came of it, and what is left to do 结果; null without `@purpose`.',
  })
  outcome(@Ctx() ctx: Context, @Root() { townId, versionUuid }: VisitVersionType): Promise<string | null> {
    return said(ctx, { townId, uuid: versionUuid }, 'VisitVersion', 'outcome');
  }

  @FieldResolver(() => [PersonType], { description: 'The people who made the visit, as this version says, by name.' })
  async visitors(@Ctx() ctx: Context, @Root() { townId, versionUuid }: VisitVersionType): Promise<PersonType[]> {
    return (await ctx.readTown(townId)).load(visitorsOf, { townId, uuid: versionUuid });
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who wrote it, as the town knows them.' })
  writtenBy(@Ctx() ctx: Context, @Root() { townId, writtenById }: VisitVersionType): Promise<string | null> {
    return accountName(ctx, townId, writtenById);
  }
}

@Resolver(() => HouseholdType)
export class HouseholdVisitsResolver {
  @FieldResolver(() => VisitConnectionType, {
    nullable: true,
    description:
      'The visits to it, the latest first, those withdrawn among them. Null where the viewer sees no visits to it.',
  })
  async visits(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: HouseholdType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<VisitType> | null> {
    const desk = await deskOfHousehold(ctx, 'visit:read', { townId, uuid });
    if (!desk) return null;
    return pageOf(await desk.load(visitsOf, { townId, uuid }), args, (visit) => visit.uuid);
  }

  @FieldResolver(() => VisitType, {
    nullable: true,
    description: 'The last visit to it that was not withdrawn; null, too, where the viewer sees no visits to it.',
  })
  async lastVisit(@Ctx() ctx: Context, @Root() { townId, uuid }: HouseholdType): Promise<VisitType | null> {
    const desk = await deskOfHousehold(ctx, 'visit:read', { townId, uuid });
    return (await desk?.load(lastVisits, { townId, uuid })) ?? null;
  }
}
