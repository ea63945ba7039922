import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt, reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { stateOn } from '../db/versions.ts';
import { badInput, type Refusal } from '../errors.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { DateScalar } from '../schema/scalars.ts';
import { placeOfBlock } from '../teams/find-team.ts';
import { membersById } from '../teams/members.ts';
import { TeamMemberType } from '../teams/team.type.ts';
import { dayBefore } from '../today.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed, unitsById } from '../units/find-unit.ts';
import { BlockType, type UnitType } from '../units/unit.type.ts';
import { getHousehold, namedHouseholds, placeOfHousehold, visibleHouseholds } from './find-household.ts';
import { HouseholdConnectionType, HouseholdPlaceType, HouseholdType } from './household.type.ts';
import { householdsOfBlocks } from './household-lists.ts';
import { inPartition, placesOf } from './household-places.ts';

/** Households that one list names. */
const mostNamed = 100;

@ArgsType()
class HouseholdsArgs extends PageArgs {
  @Field(() => DateScalar, { nullable: true, description: 'The day; the block’s `asOf` unless told.' })
  asOf?: string | null;
}

@Resolver(() => HouseholdType)
export class HouseholdResolver {
  @Query(() => HouseholdType, {
    nullable: true,
    description:
      'A household by its id, for whoever is in charge of its geographic block or of a block of an overlay that holds it today; where it has left the town, of those that held it last. NOT_FOUND to everybody else.',
  })
  household(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the household.' }) id: string,
  ): Promise<HouseholdType> {
    return getHousehold(ctx, id);
  }

  @FieldResolver(() => BlockType, {
    nullable: true,
    description: 'The geographic block that holds it on a day; null outside its life.',
  })
  async block(
    @Ctx() ctx: Context,
    @Root() household: HouseholdType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today unless told.' }) asOf?: string | null,
  ): Promise<UnitType | null> {
    const { townId, uuid } = household;
    const day = asOf ?? ctx.today;
    const desk = await ctx.readTown(townId);
    const block = stateOn(inPartition(await desk.load(placesOf, { townId, uuid }), null), day)?.block_id;
    return block === undefined ? null : ((await desk.load(unitsById, { townId, asOf: day, uuid: block })) ?? null);
  }

  @FieldResolver(() => [HouseholdPlaceType], {
    description: 'The blocks that held it, of all partitions, period by period, oldest first.',
  })
  async places(@Ctx() ctx: Context, @Root() { townId, uuid }: HouseholdType): Promise<HouseholdPlaceType[]> {
    const places = await (await ctx.readTown(townId)).load(placesOf, { townId, uuid });
    return places.map(({ from, to, state }) => ({
      townId,
      blockUuid: state.block_id,
      overlayUuid: state.overlay_id,
      headUuid: state.head_id,
      validFrom: from,
      validTo: to,
    }));
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do with this household.' })
  async viewerCan(@Ctx() ctx: Context, @Root() { townId, uuid }: HouseholdType): Promise<string[]> {
    const place = await placeOfHousehold(await ctx.readTown(townId), { townId, uuid });
    return place ? permissionsAt(ctx.signedIn, place).map(permissionName) : [];
  }
}

@Resolver(() => HouseholdPlaceType)
export class HouseholdPlaceResolver {
  @FieldResolver(() => BlockType, {
    description:
      'The block as it is today; as it was on the last day of a period that is over, or will be on the first day of one to come.',
  })
  block(@Ctx() ctx: Context, @Root() place: HouseholdPlaceType): Promise<UnitType | null> {
    const { townId, blockUuid, validFrom, validTo } = place;
    const { today } = ctx;
    const ended = validTo !== null && validTo <= today;
    const begun = validFrom <= today;
    const asOf = ended ? dayBefore(validTo) : begun ? today : validFrom;
    return unitNamed(ctx, townId, blockUuid, asOf);
  }

  @FieldResolver(() => TeamMemberType, {
    nullable: true,
    description:
      'The group head 组长 who looks after the household there; null where the viewer does not see people there.',
  })
  async head(@Ctx() ctx: Context, @Root() place: HouseholdPlaceType): Promise<TeamMemberType | null> {
    const { townId, headUuid: uuid, blockUuid } = place;
    const desk = uuid === null ? undefined : await ctx.readTownFor('person:read', townId);
    if (!desk || uuid === null) return null;
    const block = await placeOfBlock(desk, { townId, uuid: blockUuid });
    if (!reaches(ctx.signedIn, 'person:read', block)) return null;
    return (await desk.load(membersById, { townId, uuid })) ?? null;
  }
}

@Resolver(() => BlockType)
export class BlockHouseholdsResolver {
  @FieldResolver(() => HouseholdConnectionType, {
    nullable: true,
    description:
      'The households that the block holds on a day, by number, as far as they are within the viewer’s reach today: one that has moved on is listed to whoever is in charge of the blocks that hold it now, one that has left the town to whoever is in charge of its last ones, one that is yet to come to whoever has it until then. Those out of reach are not counted either. Null where the viewer sees no households of the block.',
  })
  async households(
    @Ctx() ctx: Context,
    @Root() block: BlockType,
    @Args(() => HouseholdsArgs) args: HouseholdsArgs,
  ): Promise<Connection<HouseholdType> | null> {
    const { townId, uuid } = block;
    const desk = await ctx.readTown(townId);
    if (!reaches(ctx.signedIn, 'household:read', await placeOfBlock(desk, { townId, uuid }))) return null;
    const households = await desk.load(householdsOfBlocks, { townId, block: uuid, asOf: args.asOf ?? block.asOf });
    return pageOf(await visibleHouseholds(desk, ctx.signedIn, households), args, (each) => each.uuid);
  }
}

@Resolver(() => TownType)
export class TownHouseholdsResolver {
  @FieldResolver(() => [HouseholdType], {
    nullable: 'itemsAndList',
    description: `Some households by their ids, at most ${mostNamed}, in that order, as a visit list 走访名单 needs them. In the place of one that is out of the viewer’s reach today, or that there is not, null and NOT_FOUND on \`ids.N\`. Null where the viewer sees no households there.`,
  })
  async households(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('ids', () => [ID], { description: 'The global ids of the households.' }) ids: string[],
  ): Promise<(HouseholdType | Refusal)[] | null> {
    const desk = await ctx.readTownFor('household:read', townId);
    if (!desk) return null;
    if (ids.length > mostNamed) throw badInput('ids', 'tooMany', { most: mostNamed });
    return namedHouseholds(desk, ctx.signedIn, ids);
  }
}
