import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { holdsOn } from '../db/versions.ts';
import { notFound } from '../errors.ts';
import { OrganizationType } from '../organizations/organization.type.ts';
import { organizationSeen } from '../party-organizations/organization-seen.ts';
import { PartyOrganizationType } from '../party-organizations/party-organization.type.ts';
import { partyNamed } from '../party-organizations/party-organization-rows.ts';
import { DateScalar } from '../schema/scalars.ts';
import { CoverageLinkType } from './coverage.type.ts';
import { linksOfTowns, shownLink, whyLinksEnded } from './link-rows.ts';

@Resolver(() => CoverageLinkType)
export class CoverageLinkResolver {
  @FieldResolver(() => PartyOrganizationType, {
    description: 'The Party organisation, as it is today, or was last, or will be first.',
  })
  async partyOrganization(
    @Ctx() ctx: Context,
    @Root() { townId, partyUuid }: CoverageLinkType,
  ): Promise<PartyOrganizationType> {
    const party = await partyNamed(ctx, townId, partyUuid, ctx.today);
    if (!party) throw notFound();
    return party;
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description:
      'The organisation, as it is today, or was last, or will be first; null where the viewer may not see it.',
  })
  organization(
    @Ctx() ctx: Context,
    @Root() { townId, organizationUuid }: CoverageLinkType,
  ): Promise<OrganizationType | null> {
    return organizationSeen(ctx, townId, organizationUuid, ctx.today);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it ended, as people wrote it; null for a district office.',
  })
  async endedBecause(@Ctx() ctx: Context, @Root() { townId, uuid }: CoverageLinkType): Promise<string | null> {
    const desk = await ctx.readTown(townId);
    return desk.seat.role === 'app_town' ? desk.load(whyLinksEnded, { townId, uuid }) : null;
  }
}

@Resolver(() => PartyOrganizationType)
export class PartyOrganizationCoverageResolver {
  @FieldResolver(() => [CoverageLinkType], {
    description: 'What it includes on a day, oldest first.',
  })
  async covers(
    @Ctx() ctx: Context,
    @Root() party: PartyOrganizationType,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description: 'The day on which to look; the day `asOf` of this object unless told.',
    })
    asOf?: string | null,
  ): Promise<CoverageLinkType[]> {
    const { townId, uuid } = party;
    const links = await (await ctx.readTown(townId)).load(linksOfTowns, townId);
    const own = links.filter((link) => link.party === uuid && holdsOn(link, asOf ?? party.asOf));
    return own.map((link) => shownLink(townId, link));
  }
}

@Resolver(() => OrganizationType)
export class OrganizationCoverageResolver {
  @FieldResolver(() => [CoverageLinkType], {
    nullable: true,
    description:
      'The Party organisations that include or included it, oldest first. Null where the viewer sees none in the town.',
  })
  async coverage(@Ctx() ctx: Context, @Root() { townId, uuid }: OrganizationType): Promise<CoverageLinkType[] | null> {
    const links = await (await ctx.readTownFor('party:read', townId))?.load(linksOfTowns, townId);
    return links?.filter((link) => link.organization === uuid).map((link) => shownLink(townId, link)) ?? null;
  }
}
