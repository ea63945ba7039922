import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { holdsOn } from '../db/versions.ts';
import { OrganizationType } from '../organizations/organization.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { managedOf } from './direct-management.ts';
import { DirectManagementType, type Management, ManagementEnum } from './management.type.ts';
import { type Managed, managementReasons, managementsOf } from './managements.ts';
import { PartyOrganizationType } from './party-organization.type.ts';
import { partyTreesOf } from './party-tree-rows.ts';

const asOfHint = 'The day on which to look; the day `asOf` of this object unless told.';

@Resolver(() => PartyOrganizationType)
export class PartyOrganizationManagementResolver {
  @FieldResolver(() => ManagementEnum, {
    description: 'By whom it is managed on a day: as the organisation in which it sits then, where it sits in one.',
  })
  async management(
    @Ctx() ctx: Context,
    @Root() party: PartyOrganizationType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfHint }) asOf?: string | null,
  ): Promise<Management> {
    const day = asOf ?? party.asOf;
    return managementOn(await this.directManagement(ctx, party, day), day);
  }

  @FieldResolver(() => [DirectManagementType], {
    description:
      'When it is or was managed directly, oldest first, or the organisation in which it sits on a day, where it sits in one.',
  })
  async directManagement(
    @Ctx() ctx: Context,
    @Root() { townId, uuid, asOf: shown }: PartyOrganizationType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfHint }) asOf?: string | null,
  ): Promise<DirectManagementType[]> {
    const tree = await (await ctx.readTown(townId)).load(partyTreesOf, townId);
    return periodsOf(ctx, townId, managedOf(tree, uuid, asOf ?? shown));
  }
}

@Resolver(() => OrganizationType)
export class OrganizationManagementResolver {
  @FieldResolver(() => ManagementEnum, { description: 'By whom it is managed on a day.' })
  async management(
    @Ctx() ctx: Context,
    @Root() organization: OrganizationType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfHint }) asOf?: string | null,
  ): Promise<Management> {
    return managementOn(await this.directManagement(ctx, organization), asOf ?? organization.asOf);
  }

  @FieldResolver(() => [DirectManagementType], {
    description: 'When it is or was managed directly, oldest first, with the Party organisations that sit in it.',
  })
  directManagement(@Ctx() ctx: Context, @Root() { townId, uuid }: OrganizationType): Promise<DirectManagementType[]> {
    return periodsOf(ctx, townId, { organization: uuid, party: null });
  }
}

function managementOn(direct: readonly DirectManagementType[], day: string): Management {
  return direct.some(({ validFrom: from, validTo: to }) => holdsOn({ from, to }, day)) ? 'DIRECT' : 'TERRITORIAL';
}

async function periodsOf(
  ctx: Context,
  townId: number,
  { organization, party }: Managed,
): Promise<DirectManagementType[]> {
  const all = await (await ctx.readTown(townId)).load(managementsOf, townId);
  return all
    .filter((each) => each.organization === organization && each.party === party)
    .map((each) => ({ townId, uuid: each.uuid, validFrom: each.from, validTo: each.to }));
}

@Resolver(() => DirectManagementType)
export class DirectManagementResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was taken into direct management; null for a district office.',
  })
  async enteredBecause(@Ctx() ctx: Context, @Root() period: DirectManagementType): Promise<string | null> {
    return (await reasonsOf(ctx, period))?.entered ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it left direct management; null while it lasts, and for a district office.',
  })
  async leftBecause(@Ctx() ctx: Context, @Root() period: DirectManagementType): Promise<string | null> {
    return (await reasonsOf(ctx, period))?.left ?? null;
  }
}

async function reasonsOf(ctx: Context, { townId, uuid }: DirectManagementType) {
  const desk = await ctx.readTown(townId);
  return desk.seat.role === 'app_town' ? desk.load(managementReasons, { townId, uuid }) : undefined;
}
