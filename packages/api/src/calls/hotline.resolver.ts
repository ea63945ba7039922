import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { PersonType } from '../people/person.type.ts';
import { peopleById } from '../people/person-rows.ts';
import { pageAmong } from '../requests/page-among.ts';
import { RequestConnectionType, RequestType } from '../requests/request.type.ts';
import { type Connection, PageArgs } from '../schema/connection.ts';
import { numberWithin } from '../schema/number.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { requestsToFollowUp } from './call-requests.ts';
import { onDutyAt, rosterOf } from './duty-rows.ts';
import { HotlineDutyType, HotlineRosterType, HotlineType } from './hotline.type.ts';
import { getHotline, hotlinesOfTowns, placeOfHotline } from './hotline-rows.ts';

/** Days that one roster may show. */
const mostDays = 31;

@Resolver(() => TownType)
export class TownHotlinesResolver {
  @FieldResolver(() => [HotlineType], {
    nullable: true,
    description:
      'The town’s hotlines, the oldest first, those that ended left out. Null where the viewer sees none in the town.',
  })
  async hotlines(@Ctx() ctx: Context, @Root() { townId }: TownType): Promise<HotlineType[] | null> {
    const desk = await ctx.readTownFor('hotline:read', townId);
    if (!desk) return null;
    const hotlines = await desk.load(hotlinesOfTowns, townId);
    return hotlines.filter(({ validTo }) => validTo === null || validTo > ctx.today);
  }
}

@Resolver(() => HotlineType)
export class HotlineResolver {
  @Query(() => HotlineType, {
    nullable: true,
    description: 'A hotline by its id. NOT_FOUND where it is not open to the viewer.',
  })
  hotline(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the hotline.' }) id: string,
  ): Promise<HotlineType> {
    return getHotline(ctx, id);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit whose it is, as it is today, or was last; null for the town’s own.',
  })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: HotlineType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }

  @FieldResolver(() => [HotlineDutyType], { description: 'Who is on duty at a moment.' })
  async onDuty(
    @Ctx() ctx: Context,
    @Root() hotline: HotlineType,
    @Arg('at', () => DateTimeScalar, { nullable: true, description: 'The moment; now unless told.' }) at?: Date | null,
  ): Promise<HotlineDutyType[]> {
    return onDutyAt(await ctx.readTown(hotline.townId), hotline, at ?? ctx.now);
  }

  @FieldResolver(() => HotlineRosterType, { description: 'Its roster 值班表 in some days.' })
  async roster(
    @Ctx() ctx: Context,
    @Root() hotline: HotlineType,
    @Arg('from', () => DateScalar, { description: 'The first day.' }) from: string,
    @Arg('days', () => Int, { defaultValue: 7, description: `How many days, 1 to ${mostDays}.` }) days: number,
  ): Promise<HotlineRosterType> {
    numberWithin(days, [1, mostDays], 'days');
    const last = new Date(Date.parse(from) + (days - 1) * 86_400_000).toISOString().slice(0, 10);
    return rosterOf(await ctx.readTown(hotline.townId), hotline, { first: from, last });
  }

  @FieldResolver(() => RequestConnectionType, {
    nullable: true,
    description:
      'The requests out of its calls that are handled and wait for a follow-up 待回访, the latest first, as far as the viewer may see them. Null where the viewer sees no requests in the town.',
  })
  async requestsToFollowUp(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: HotlineType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<RequestType> | null> {
    const desk = await ctx.readTownFor('request:read', townId);
    return desk ? pageAmong(desk, ctx.signedIn, await desk.load(requestsToFollowUp, { townId, uuid }), args) : null;
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do with this hotline.' })
  async viewerCan(@Ctx() ctx: Context, @Root() hotline: HotlineType): Promise<string[]> {
    const place = await placeOfHotline(await ctx.readTown(hotline.townId), hotline);
    return permissionsAt(ctx.signedIn, place).map(permissionName);
  }
}

@Resolver(() => HotlineDutyType)
export class HotlineDutyResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'Who is on duty.' })
  async person(@Ctx() ctx: Context, @Root() { townId, personUuid }: HotlineDutyType): Promise<PersonType | null> {
    return (await (await ctx.readTown(townId)).load(peopleById, { townId, uuid: personUuid })) ?? null;
  }
}
