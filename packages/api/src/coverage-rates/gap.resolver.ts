import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { OrganizationType } from '../organizations/organization.type.ts';
import { organizationsById } from '../organizations/organization-rows.ts';
import { PartyOrganizationType } from '../party-organizations/party-organization.type.ts';
import { partyNamed } from '../party-organizations/party-organization-rows.ts';
import { ThreeRates } from './coverage-rates.type.ts';
import { ratesAfter } from './effect.ts';
import { EndedCoverageType, GapType, RemedyType } from './gap.type.ts';

@Resolver(() => GapType)
export class GapResolver {
  @FieldResolver(() => OrganizationType, { description: 'The organisation, as it is today.' })
  organization(@Ctx() ctx: Context, @Root() { townId, gap }: GapType): Promise<OrganizationType> {
    return organizationIn(ctx, townId, gap.organization.id);
  }
}

@Resolver(() => RemedyType)
export class RemedyResolver {
  @FieldResolver(() => PartyOrganizationType, {
    nullable: true,
    description: 'The Party organisation that would include it; null where none that is there would.',
  })
  partyOrganization(
    @Ctx() ctx: Context,
    @Root() { townId, remedy }: RemedyType,
  ): Promise<PartyOrganizationType | null> {
    return partyNamed(ctx, townId, remedy.party, ctx.today);
  }

  @FieldResolver(() => ThreeRates, { description: 'The rates that were asked for, with this alone done.' })
  after(@Root() { counted, organization, remedy }: RemedyType): ThreeRates {
    return ratesAfter(counted, organization, remedy);
  }

  @FieldResolver(() => [OrganizationType], {
    description: 'The organisations together with which it would found a joint branch.',
  })
  together(@Ctx() ctx: Context, @Root() { townId, remedy }: RemedyType): Promise<OrganizationType[]> {
    return Promise.all(remedy.together.map((uuid) => organizationIn(ctx, townId, uuid)));
  }
}

@Resolver(() => EndedCoverageType)
export class EndedCoverageResolver {
  @FieldResolver(() => PartyOrganizationType, { description: 'The Party organisation that included it.' })
  async partyOrganization(
    @Ctx() ctx: Context,
    @Root() { townId, partyUuid }: EndedCoverageType,
  ): Promise<PartyOrganizationType> {
    const party = await partyNamed(ctx, townId, partyUuid, ctx.today);
    if (!party) throw notFound();
    return party;
  }
}

async function organizationIn(ctx: Context, townId: number, uuid: string): Promise<OrganizationType> {
  const organization = await (await ctx.readTown(townId)).load(organizationsById, { townId, uuid });
  if (!organization) throw notFound();
  return organization;
}
