import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { OrganizationType } from '../organizations/organization.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import { UnitType } from '../units/unit.type.ts';
import { PartyOrganizationType } from './party-organization.type.ts';
import { inTreeOrder } from './party-organization-rows.ts';
import { partyTreesOf } from './party-tree-rows.ts';

const asOfHint = 'The day on which to look; the day `asOf` of this object unless told.';

@Resolver(() => UnitType)
export class UnitPartyResolver {
  @FieldResolver(() => [PartyOrganizationType], {
    nullable: true,
    description:
      'The Party organisations that sit in the unit on a day, or in a unit that has gone into it. Null where the viewer sees none in the town.',
  })
  async partyOrganizations(
    @Ctx() ctx: Context,
    @Root() unit: UnitType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfHint }) asOf?: string | null,
  ): Promise<PartyOrganizationType[] | null> {
    const { townId, uuid } = unit;
    const desk = await ctx.readTownFor('party:read', townId);
    if (!desk) return null;
    const day = asOf ?? unit.asOf;
    const [tree, timeline, lineage] = await Promise.all([
      desk.load(partyTreesOf, townId),
      desk.load(timelineOf, townId),
      desk.load(lineageOfTowns, townId),
    ]);
    return inTreeOrder(tree, townId, day).filter(
      ({ unitUuid }) => unitUuid !== null && standsIn(timeline, lineage, unitUuid, day) === uuid,
    );
  }
}

@Resolver(() => OrganizationType)
export class OrganizationPartyResolver {
  @FieldResolver(() => [PartyOrganizationType], {
    nullable: true,
    description: 'The Party organisations that sit in it on a day. Null where the viewer sees none in the town.',
  })
  async partyOrganizations(
    @Ctx() ctx: Context,
    @Root() organization: OrganizationType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfHint }) asOf?: string | null,
  ): Promise<PartyOrganizationType[] | null> {
    const { townId, uuid } = organization;
    const desk = await ctx.readTownFor('party:read', townId);
    if (!desk) return null;
    const standing = inTreeOrder(await desk.load(partyTreesOf, townId), townId, asOf ?? organization.asOf);
    return standing.filter(({ organizationUuid }) => organizationUuid === uuid);
  }
}
