import { Args, ArgsType, Ctx, Field, FieldResolver, InputType, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import type { PartyOrganizationForm, PartyOrganizationKind } from './party-organization.entity.ts';
import {
  PartyOrganizationConnectionType,
  PartyOrganizationFormEnum,
  PartyOrganizationKindEnum,
  PartyOrganizationType,
} from './party-organization.type.ts';
import { inTreeOrder } from './party-organization-rows.ts';
import { partyTreesOf } from './party-tree-rows.ts';

@InputType('PartyOrganizationFilter', {
  description: 'Which Party organisations: those for which all holds that is told.',
})
class PartyOrganizationFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  name?: string | null;
  @Field(() => [PartyOrganizationKindEnum], { nullable: true, description: 'Of one of these kinds.' })
  kind?: PartyOrganizationKind[] | null;
  @Field(() => [PartyOrganizationFormEnum], { nullable: true, description: 'Of one of these forms.' })
  form?: PartyOrganizationForm[] | null;
}

@ArgsType()
class PartyTreeArgs {
  @Field(() => DateScalar, { nullable: true, description: 'The day; the town’s `asOf` unless told.' })
  asOf?: string | null;
}

@ArgsType()
class PartyOrganizationsArgs extends PageArgs {
  @Field(() => DateScalar, { nullable: true, description: 'The day; the town’s `asOf` unless told.' })
  asOf?: string | null;
  @Field(() => PartyOrganizationFilter, { nullable: true, description: 'Which to list.' })
  filter?: PartyOrganizationFilter | null;
}

@Resolver(() => TownType)
export class TownPartyResolver {
  @FieldResolver(() => [PartyOrganizationType], {
    nullable: true,
    description:
      'The Party’s tree 党组织 of the town on a day as one flat list, parents before children, siblings by kind and name.',
  })
  async partyTree(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => PartyTreeArgs) args: PartyTreeArgs,
  ): Promise<PartyOrganizationType[] | null> {
    const desk = await ctx.readTownFor('party:read', town.townId);
    return desk ? inTreeOrder(await desk.load(partyTreesOf, town.townId), town.townId, args.asOf ?? town.asOf) : null;
  }

  @FieldResolver(() => PartyOrganizationConnectionType, {
    nullable: true,
    description: 'The Party organisations of the town on a day, in the order of their tree.',
  })
  async partyOrganizations(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => PartyOrganizationsArgs) args: PartyOrganizationsArgs,
  ): Promise<Connection<PartyOrganizationType> | null> {
    const desk = await ctx.readTownFor('party:read', town.townId);
    if (!desk) return null;
    const tree = await desk.load(partyTreesOf, town.townId);
    const chosen = inTreeOrder(tree, town.townId, args.asOf ?? town.asOf).filter((party) =>
      matches(party, args.filter),
    );
    return pageOf(chosen, args, (party) => party.uuid);
  }
}

function matches({ name, kind, form }: PartyOrganizationType, filter?: PartyOrganizationFilter | null): boolean {
  if (filter?.kind != null && !filter.kind.includes(kind)) return false;
  if (filter?.form != null && !filter.form.includes(form)) return false;
  return name.includes(filter?.name?.trim() ?? '');
}
