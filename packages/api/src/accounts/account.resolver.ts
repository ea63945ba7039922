import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionNames } from '../access/permissions.ts';
import { holds } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { NameFilter, PersonType } from '../people/person.type.ts';
import { peopleById } from '../people/person-rows.ts';
import { type Connection, PageArgs } from '../schema/connection.ts';
import { namedPage } from '../schema/named-page.ts';
import { teamsById } from '../teams/read-teams.ts';
import { TeamType } from '../teams/team.type.ts';
import { districtsByCode, townsById } from '../towns/read-towns.ts';
import { DistrictType, TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import {
  AssignmentType,
  InvitationType,
  TownAccountConnectionType,
  TownAccountType,
  ViewerType,
} from './account.type.ts';
import { openInvitations } from './open-invitations.ts';
import { assignmentsOf, townAccountsById } from './town-accounts.ts';
import { accountOf, heldBy } from './viewer.ts';

@ArgsType()
class AccountsArgs extends PageArgs {
  @Field(() => NameFilter, { nullable: true, description: 'Which to list.' })
  filter?: NameFilter | null;
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: 'Whoever is signed in; null for the public.' })
  viewer(@Ctx() ctx: Context): ViewerType | null {
    return ctx.actor ? { account: accountOf(ctx.actor) } : null;
  }

  @FieldResolver(() => [AssignmentType], { description: 'The roles that the viewer holds today.' })
  assignments(@Ctx() ctx: Context): AssignmentType[] {
    return heldBy(ctx.signedIn);
  }

  @FieldResolver(() => [PermissionEnum], { description: 'Every permission that the viewer holds somewhere.' })
  permissions(@Ctx() ctx: Context): string[] {
    return permissionNames.filter((permission) => holds(ctx.signedIn, permission)).map(permissionName);
  }
}

@Resolver(() => AssignmentType)
export class AssignmentResolver {
  @FieldResolver(() => TownType, { nullable: true, description: 'The town, for a role in a town.' })
  async town(@Ctx() ctx: Context, @Root() { townId }: AssignmentType): Promise<TownType | null> {
    if (townId === null) return null;
    return (await (await ctx.readRegister()).load(townsById, { townId, asOf: ctx.today })) ?? null;
  }

  @FieldResolver(() => DistrictType, { nullable: true, description: 'The district, for a district office.' })
  async district(@Ctx() ctx: Context, @Root() { districtCode }: AssignmentType): Promise<DistrictType | null> {
    if (districtCode === null) return null;
    return (await (await ctx.readRegister()).load(districtsByCode, districtCode)) ?? null;
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit on which it is held, with all under it.' })
  async unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: AssignmentType): Promise<UnitType | null> {
    return townId === null ? null : unitNamed(ctx, townId, unitUuid);
  }

  @FieldResolver(() => TeamType, { nullable: true, description: 'The team on which it is held.' })
  async team(@Ctx() ctx: Context, @Root() { townId, teamUuid }: AssignmentType): Promise<TeamType | null> {
    if (townId === null || teamUuid === null) return null;
    return (await (await ctx.readTown(townId)).load(teamsById, { townId, asOf: ctx.today, uuid: teamUuid })) ?? null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'As whom its account acts in the town; null above the towns, and where nobody was said.',
  })
  async person(@Ctx() ctx: Context, @Root() { townId, personUuid }: AssignmentType): Promise<PersonType | null> {
    if (townId === null || personUuid === null) return null;
    return (await (await ctx.readTown(townId)).load(peopleById, { townId, uuid: personUuid })) ?? null;
  }
}

@Resolver(() => TownType)
export class TownAccountsResolver {
  @FieldResolver(() => TownAccountConnectionType, {
    nullable: true,
    description:
      'The accounts that work for the town, by name to sign in with; null where the viewer may not see them.',
  })
  async accounts(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => AccountsArgs) args: AccountsArgs,
  ): Promise<Connection<TownAccountType> | null> {
    const desk = await ctx.readTownFor('account:read', town.townId);
    if (!desk) return null;
    const page = await namedPage(desk, 'town_account', args, args.filter?.name, (row) => row);
    const keys = page.nodes.map(({ id }) => ({ townId: town.townId, uuid: id }));
    const accounts = (await Promise.all(keys.map((key) => desk.load(townAccountsById, key)))).filter(
      (each) => each !== undefined,
    );
    const cursors = page.edges.map((edge) => edge.cursor);
    return { ...page, nodes: accounts, edges: accounts.map((node, index) => ({ node, cursor: cursors[index] ?? '' })) };
  }
}

@Resolver(() => TownType)
export class TownInvitationsResolver {
  @FieldResolver(() => [InvitationType], {
    nullable: true,
    description: 'The invitations to the town that can still be accepted; null where the viewer may not see them.',
  })
  async invitations(@Ctx() ctx: Context, @Root() town: TownType): Promise<InvitationType[] | null> {
    const desk = await ctx.readTownFor('account:read', town.townId);
    return desk ? desk.load(openInvitations, town.townId) : null;
  }
}

@Resolver(() => InvitationType)
export class InvitationResolver {
  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit on which the role would be held.' })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid }: InvitationType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid);
  }

  @FieldResolver(() => TeamType, { nullable: true, description: 'The team on which the role would be held.' })
  async team(@Ctx() ctx: Context, @Root() { townId, teamUuid }: InvitationType): Promise<TeamType | null> {
    if (teamUuid === null) return null;
    return (await (await ctx.readTown(townId)).load(teamsById, { townId, asOf: ctx.today, uuid: teamUuid })) ?? null;
  }
}

@Resolver(() => TownAccountType)
export class TownAccountResolver {
  @FieldResolver(() => [AssignmentType], {
    nullable: true,
    description: 'The roles that the account holds today in this town; null where the viewer may not see them.',
  })
  async assignments(@Ctx() ctx: Context, @Root() account: TownAccountType): Promise<AssignmentType[] | null> {
    const desk = await ctx.readTownFor('account:read', account.townId);
    if (!desk) return null;
    return desk.load(assignmentsOf, { townId: account.townId, account: account.uuid, asOf: ctx.today });
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'As whom the account acts in the town; null where nobody was said, or the viewer may not see it.',
  })
  async person(@Ctx() ctx: Context, @Root() { townId, personUuid }: TownAccountType): Promise<PersonType | null> {
    const desk = await ctx.readTownFor('account:read', townId);
    if (!desk || !personUuid) return null;
    return (await desk.load(peopleById, { townId, uuid: personUuid })) ?? null;
  }
}
