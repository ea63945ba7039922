import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt } from '../access/reach.ts';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import type { Connection } from '../schema/connection.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { VolunteerActivitiesArgs } from './activity.input.ts';
import {
  VolunteerActivityConnectionType,
  VolunteerActivityKindType,
  VolunteerActivityType,
  VolunteerSignUpType,
} from './activity.type.ts';
import { getActivity, listActivities } from './activity-rows.ts';
import { pointsOn } from './dated-points.ts';
import { activityKind, activityKindsOf } from './kind-rows.ts';
import { signUpsOf, visibleSignUps } from './sign-up-rows.ts';
import { VolunteerType } from './volunteer.type.ts';
import { placeOfVolunteers, seesVolunteer } from './volunteer-reach.ts';
import { volunteersById } from './volunteer-rows.ts';

@Resolver(() => TownType)
export class TownVolunteerActivitiesResolver {
  @FieldResolver(() => [VolunteerActivityKindType], {
    nullable: true,
    description:
      'The town’s kinds of activity 活动类别 with what they earn, in its order. Null where the viewer sees no volunteers in the town.',
  })
  async volunteerActivityKinds(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('ended', () => Boolean, { defaultValue: false, description: 'Whether to list those that are ended, too.' })
    all: boolean,
  ): Promise<VolunteerActivityKindType[] | null> {
    const kinds = await (await ctx.readTownFor('volunteer:read', townId))?.load(activityKindsOf, townId);
    return kinds?.filter(({ endedOn }) => all || endedOn === null) ?? null;
  }

  @FieldResolver(() => VolunteerActivityConnectionType, {
    nullable: true,
    description:
      'The town’s activities of volunteers 志愿活动, the latest day first. Null where the viewer sees no volunteers in the town.',
  })
  async volunteerActivities(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => VolunteerActivitiesArgs) args: VolunteerActivitiesArgs,
  ): Promise<Connection<VolunteerActivityType> | null> {
    const desk = await ctx.readTownFor('volunteer:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['volunteerActivities', args], () => listActivities(desk, args));
  }
}

@Resolver(() => VolunteerActivityType)
export class VolunteerActivityResolver {
  @Query(() => VolunteerActivityType, {
    nullable: true,
    description: 'An activity of volunteers by its id. NOT_FOUND where it is not open to the viewer.',
  })
  volunteerActivity(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the activity.' }) id: string,
  ): Promise<VolunteerActivityType> {
    return getActivity(ctx, id);
  }

  @FieldResolver(() => TownType, { description: 'The town whose activity it is.' })
  town(@Ctx() ctx: Context, @Root() { townId }: VolunteerActivityType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'Where it is held, as that is today or was last; null for the town.',
  })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: VolunteerActivityType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }

  @FieldResolver(() => VolunteerActivityKindType, { description: 'Its kind.' })
  async activityKind(
    @Ctx() ctx: Context,
    @Root() { townId, kindUuid: uuid }: VolunteerActivityType,
  ): Promise<VolunteerActivityKindType> {
    return activityKind(await ctx.readTown(townId), { townId, uuid });
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'What coming to it earns: the rate of its kind on its day.',
  })
  async points(
    @Ctx() ctx: Context,
    @Root() { townId, kindUuid: uuid, heldOn }: VolunteerActivityType,
  ): Promise<number | null> {
    const { rates } = await activityKind(await ctx.readTown(townId), { townId, uuid });
    return pointsOn(rates, heldOn) ?? null;
  }

  @FieldResolver(() => Int, { description: 'How many are to come or came.' })
  async signedUp(@Ctx() ctx: Context, @Root() { townId, uuid }: VolunteerActivityType): Promise<number> {
    const signUps = await (await ctx.readTown(townId)).load(signUpsOf, { townId, uuid });
    return signUps.filter(({ state }) => state !== 'WITHDRAWN').length;
  }

  @FieldResolver(() => Int, { description: 'How many are confirmed to have come.' })
  async confirmed(@Ctx() ctx: Context, @Root() { townId, uuid }: VolunteerActivityType): Promise<number> {
    const signUps = await (await ctx.readTown(townId)).load(signUpsOf, { townId, uuid });
    return signUps.filter(({ state }) => state === 'CONFIRMED').length;
  }

  @FieldResolver(() => [VolunteerSignUpType], {
    description:
      'Those who signed up, the first one first, as far as the viewer may see them: all where the viewer sees volunteers where it is held, else the volunteers whom the viewer sees.',
  })
  async signUps(@Ctx() ctx: Context, @Root() activity: VolunteerActivityType): Promise<VolunteerSignUpType[]> {
    return visibleSignUps(await ctx.readTown(activity.townId), ctx.signedIn, activity);
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do where it is held.' })
  async viewerCan(@Ctx() ctx: Context, @Root() activity: VolunteerActivityType): Promise<string[]> {
    const place = await placeOfVolunteers(await ctx.readTown(activity.townId), activity);
    return permissionsAt(ctx.signedIn, place).map(permissionName);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who planned it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: VolunteerActivityType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}

@Resolver(() => VolunteerSignUpType)
export class VolunteerSignUpResolver {
  @FieldResolver(() => VolunteerType, {
    nullable: true,
    description: 'The volunteer; null where the viewer does not see their points.',
  })
  async volunteer(
    @Ctx() ctx: Context,
    @Root() { townId, volunteerUuid: uuid }: VolunteerSignUpType,
  ): Promise<VolunteerType | null> {
    const desk = await ctx.readTown(townId);
    const volunteer = await desk.load(volunteersById, { townId, uuid });
    return volunteer && (await seesVolunteer(desk, ctx.signedIn, volunteer)) ? volunteer : null;
  }
}
