import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { holdsOn } from '../db/versions.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { IndustryType, OrganizationKindType } from './organization.type.ts';
import { industriesOf, organizationKindsOf } from './organization-lists.ts';

const asOfAll = 'The day on which they hold; all that there ever were unless told.';

@Resolver(() => TownType)
export class TownOrganizationListsResolver {
  @FieldResolver(() => [OrganizationKindType], {
    nullable: true,
    description: 'The town’s own list of kinds of organisations 组织类别. Null where the viewer sees none.',
  })
  async organizationKinds(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfAll }) asOf?: string | null,
  ): Promise<OrganizationKindType[] | null> {
    const desk = await ctx.readTownFor('coverage:count', townId);
    return desk ? heldOn(await desk.load(organizationKindsOf, townId), asOf) : null;
  }

  @FieldResolver(() => [IndustryType], {
    nullable: true,
    description: 'The town’s own list of industries 行业. Null where the viewer sees none.',
  })
  async industries(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfAll }) asOf?: string | null,
  ): Promise<IndustryType[] | null> {
    const desk = await ctx.readTownFor('coverage:count', townId);
    return desk ? heldOn(await desk.load(industriesOf, townId), asOf) : null;
  }
}

/** What holds on a day; without one all that ever held, be it for a day. */
function heldOn<Each extends IndustryType>(all: readonly Each[], day: string | null | undefined): Each[] {
  return all.filter(({ validFrom: from, validTo: to }) => (day == null ? from !== to : holdsOn({ from, to }, day)));
}
