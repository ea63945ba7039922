import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt, reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { DateScalar } from '../schema/scalars.ts';
import { townsById } from '../towns/read-towns.ts';
import { TownType } from '../towns/town.type.ts';
import { unitsById } from '../units/find-unit.ts';
import { BlockType, type UnitType } from '../units/unit.type.ts';
import { getTeam, placeOfTeam } from './find-team.ts';
import { membersOn } from './members.ts';
import { teamsOfTowns, versionsOfTeams } from './read-teams.ts';
import { TeamMemberType, TeamType, TeamVersionType } from './team.type.ts';

@ArgsType()
class TeamArgs {
  @Field(() => ID, { description: 'The global id of the team.' })
  id: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which to show it; today unless told.' })
  asOf?: string | null;
}

@Resolver(() => TeamType)
export class TeamResolver {
  @Query(() => TeamType, {
    nullable: true,
    description: 'A team by its id. NOT_FOUND where it is not open to the viewer or did not exist on that day.',
  })
  team(@Ctx() ctx: Context, @Args(() => TeamArgs) args: TeamArgs): Promise<TeamType> {
    return getTeam(ctx, args.id, args.asOf ?? ctx.today);
  }

  @FieldResolver(() => BlockType, { description: 'The block that the team is responsible for.' })
  async block(@Ctx() ctx: Context, @Root() team: TeamType): Promise<UnitType> {
    const desk = await ctx.readTown(team.townId);
    const block = await desk.load(unitsById, { townId: team.townId, asOf: team.asOf, uuid: team.blockUuid });
    if (!block) throw notFound();
    return block;
  }

  @FieldResolver(() => TownType, { description: 'The town that the team belongs to.' })
  async town(@Ctx() ctx: Context, @Root() team: TeamType): Promise<TownType> {
    const desk = await ctx.readRegister();
    const town = await desk.load(townsById, { townId: team.townId, asOf: team.asOf });
    if (!town) throw notFound();
    return town;
  }

  @FieldResolver(() => [TeamMemberType], {
    nullable: true,
    description: 'Who is in the team on a day, the lead first; null where the viewer does not see people there.',
  })
  async members(
    @Ctx() ctx: Context,
    @Root() team: TeamType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; the team’s `asOf` unless told.' })
    asOf?: string | null,
  ): Promise<TeamMemberType[] | null> {
    const desk = await ctx.readTown(team.townId);
    if (!reaches(ctx.signedIn, 'person:read', await placeOfTeam(desk, team))) return null;
    return desk.load(membersOn, { townId: team.townId, team: team.uuid, asOf: asOf ?? team.asOf });
  }

  @FieldResolver(() => [TeamVersionType], {
    description: 'What it was called and for which block it was responsible, period by period, oldest first.',
  })
  async versions(@Ctx() ctx: Context, @Root() team: TeamType): Promise<TeamVersionType[]> {
    return (await ctx.readTown(team.townId)).load(versionsOfTeams, { townId: team.townId, uuid: team.uuid });
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do with this team.' })
  async viewerCan(@Ctx() ctx: Context, @Root() team: TeamType): Promise<string[]> {
    const desk = await ctx.readTown(team.townId);
    return permissionsAt(ctx.signedIn, await placeOfTeam(desk, team)).map(permissionName);
  }
}

@Resolver(() => TeamVersionType)
export class TeamVersionResolver {
  @FieldResolver(() => BlockType, { description: 'The block, as it was at the beginning of the period.' })
  async block(@Ctx() ctx: Context, @Root() version: TeamVersionType): Promise<UnitType> {
    const desk = await ctx.readTown(version.townId);
    const key = { townId: version.townId, asOf: version.validFrom, uuid: version.blockUuid };
    const block = await desk.load(unitsById, key);
    if (!block) throw notFound();
    return block;
  }
}

@Resolver(() => BlockType)
export class BlockTeamsResolver {
  @FieldResolver(() => [TeamType], { description: 'The teams responsible for the block on a day, by name.' })
  async teams(
    @Ctx() ctx: Context,
    @Root() block: BlockType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; the block’s `asOf` unless told.' })
    asOf?: string | null,
  ): Promise<TeamType[]> {
    const desk = await ctx.readTown(block.townId);
    const teams = await desk.load(teamsOfTowns, { townId: block.townId, asOf: asOf ?? block.asOf });
    return teams.filter((team) => team.blockUuid === block.uuid);
  }
}
