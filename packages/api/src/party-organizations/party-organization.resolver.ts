import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { IndustryType, OrganizationType } from '../organizations/organization.type.ts';
import { industryNamed } from '../organizations/organization-facts.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { DateScalar } from '../schema/scalars.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { organizationSeen } from './organization-seen.ts';
import {
  PartyOrganizationConnectionType,
  PartyOrganizationType,
  PartyOrganizationVersionType,
} from './party-organization.type.ts';
import { getPartyOrganization, inTreeOrder, partyNamed, partyOn } from './party-organization-rows.ts';
import { placeOfParty } from './party-place.ts';
import { partyTreesOf } from './party-tree-rows.ts';
import { whyEnded } from './why-ended.ts';

const asOfHint = 'The day on which to look; the day `asOf` of this object unless told.';

@ArgsType()
class PartyOrganizationArgs {
  @Field(() => ID, { description: 'The global id of the Party organisation.' })
  id: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which to show it; today unless told.' })
  asOf?: string | null;
}

@ArgsType()
class ChildrenArgs extends PageArgs {
  @Field(() => DateScalar, { nullable: true, description: asOfHint })
  asOf?: string | null;
}

@Resolver(() => PartyOrganizationType)
export class PartyOrganizationResolver {
  @Query(() => PartyOrganizationType, {
    nullable: true,
    description:
      'A Party organisation by its id, as it is on a day, or outside its life as it was last or will be first. NOT_FOUND where it is not open to the viewer.',
  })
  partyOrganization(
    @Ctx() ctx: Context,
    @Args(() => PartyOrganizationArgs) { id, asOf }: PartyOrganizationArgs,
  ): Promise<PartyOrganizationType> {
    return getPartyOrganization(ctx, id, asOf ?? ctx.today);
  }

  @FieldResolver(() => TownType, { description: 'The town that it belongs to.' })
  async town(@Ctx() ctx: Context, @Root() { townId, asOf }: PartyOrganizationType): Promise<TownType> {
    return townOfId(ctx, townId, asOf);
  }

  @FieldResolver(() => PartyOrganizationType, {
    nullable: true,
    description: 'The Party organisation above it; null at the top of the town.',
  })
  async parent(
    @Ctx() ctx: Context,
    @Root() party: PartyOrganizationType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfHint }) asOf?: string | null,
  ): Promise<PartyOrganizationType | null> {
    const { townId, uuid } = party;
    const day = asOf ?? party.asOf;
    const own = await partyOn(await ctx.readTown(townId), { townId, uuid, asOf: day });
    return partyNamed(ctx, townId, own?.parentUuid ?? null, day);
  }

  @FieldResolver(() => PartyOrganizationConnectionType, {
    description: 'The Party organisations directly under it, by kind and name.',
  })
  async children(
    @Ctx() ctx: Context,
    @Root() { townId, uuid, asOf }: PartyOrganizationType,
    @Args(() => ChildrenArgs) args: ChildrenArgs,
  ): Promise<Connection<PartyOrganizationType>> {
    const tree = await (await ctx.readTown(townId)).load(partyTreesOf, townId);
    const standing = inTreeOrder(tree, townId, args.asOf ?? asOf);
    const children = standing.filter(({ parentUuid }) => parentUuid === uuid);
    return pageOf(children, args, (child) => child.uuid);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit in which it sits, where it does.' })
  unit(@Ctx() ctx: Context, @Root() { townId, unitUuid, asOf }: PartyOrganizationType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid, asOf);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The organisation in which it sits, where it does and the viewer may see that.',
  })
  organization(
    @Ctx() ctx: Context,
    @Root() { townId, organizationUuid, asOf }: PartyOrganizationType,
  ): Promise<OrganizationType | null> {
    return organizationSeen(ctx, townId, organizationUuid, asOf);
  }

  @FieldResolver(() => IndustryType, { nullable: true, description: 'The industry in which it sits, where it does.' })
  industry(@Ctx() ctx: Context, @Root() { townId, industryUuid }: PartyOrganizationType): Promise<IndustryType | null> {
    return industryNamed(ctx, townId, industryUuid);
  }

  @FieldResolver(() => [PartyOrganizationVersionType], {
    description: 'What it was called and where it stood and sat, period by period, oldest first.',
  })
  async versions(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: PartyOrganizationType,
  ): Promise<PartyOrganizationVersionType[]> {
    const tree = await (await ctx.readTown(townId)).load(partyTreesOf, townId);
    return tree.versionsOf(uuid).map(({ from, to, state }) => ({
      townId,
      ...{ name: state.name, kind: state.kind, form: state.form, validFrom: from, validTo: to },
      ...{ parentUuid: state.parent_id, unitUuid: state.unit_id },
      ...{ organizationUuid: state.organization_id, industryUuid: state.industry_id },
    }));
  }

  @FieldResolver(() => PartyOrganizationType, {
    nullable: true,
    description: 'What it was merged into; null where it was dissolved, or lasts.',
  })
  successor(
    @Ctx() ctx: Context,
    @Root() { townId, successorUuid, asOf }: PartyOrganizationType,
  ): Promise<PartyOrganizationType | null> {
    return partyNamed(ctx, townId, successorUuid, asOf);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it is there no longer, as people wrote it; null for a district office.',
  })
  async endedBecause(@Ctx() ctx: Context, @Root() { townId, uuid }: PartyOrganizationType): Promise<string | null> {
    const desk = await ctx.readTown(townId);
    return desk.seat.role === 'app_town' ? desk.load(whyEnded, { townId, uuid }) : null;
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do with this Party organisation.' })
  async viewerCan(@Ctx() ctx: Context, @Root() party: PartyOrganizationType): Promise<string[]> {
    const place = await placeOfParty(await ctx.readTown(party.townId), party);
    return permissionsAt(ctx.signedIn, place).map(permissionName);
  }
}

@Resolver(() => PartyOrganizationVersionType)
export class PartyOrganizationVersionResolver {
  @FieldResolver(() => PartyOrganizationType, {
    nullable: true,
    description: 'The Party organisation above it, as at the beginning of the period.',
  })
  parent(
    @Ctx() ctx: Context,
    @Root() { townId, parentUuid, validFrom }: PartyOrganizationVersionType,
  ): Promise<PartyOrganizationType | null> {
    return partyNamed(ctx, townId, parentUuid, validFrom);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit in which it sat, as at the beginning of the period.',
  })
  unit(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, validFrom }: PartyOrganizationVersionType,
  ): Promise<UnitType | null> {
    return unitNamed(ctx, townId, unitUuid, validFrom);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The organisation in which it sat, as at the beginning of the period.',
  })
  organization(
    @Ctx() ctx: Context,
    @Root() { townId, organizationUuid, validFrom }: PartyOrganizationVersionType,
  ): Promise<OrganizationType | null> {
    return organizationSeen(ctx, townId, organizationUuid, validFrom);
  }

  @FieldResolver(() => IndustryType, { nullable: true, description: 'The industry in which it sat.' })
  industry(
    @Ctx() ctx: Context,
    @Root() { townId, industryUuid }: PartyOrganizationVersionType,
  ): Promise<IndustryType | null> {
    return industryNamed(ctx, townId, industryUuid);
  }
}
