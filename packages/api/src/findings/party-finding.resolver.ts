import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { reaches, requireIn } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { organizationLines, reachesOrganization } from '../organizations/organization-rows.ts';
import { placeOfParty } from '../party-organizations/party-place.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { TownType } from '../towns/town.type.ts';
import { findInParty } from './find-in-party.ts';
import {
  PartyFindingConnectionType,
  type PartyFindingRule,
  PartyFindingRuleEnum,
  type PartyFindingType,
} from './party-finding.type.ts';

@ArgsType()
class PartyFindingsArgs extends PageArgs {
  @Field(() => PartyFindingRuleEnum, { nullable: true, description: 'Only what breaks this rule.' })
  rule?: PartyFindingRule | null;
}

@Resolver(() => TownType)
export class PartyFindingResolver {
  @FieldResolver(() => PartyFindingConnectionType, {
    nullable: true,
    description:
      'What is incomplete in the Party’s organisations of the town and in what they cover on the day `asOf`, as far as the viewer sees organisations; null for a district office, which sees no secretaries. FORBIDDEN where the viewer sees no Party organisations there.',
  })
  async partyFindings(
    @Ctx() ctx: Context,
    @Root() { townId, asOf }: TownType,
    @Args(() => PartyFindingsArgs) args: PartyFindingsArgs,
  ): Promise<Connection<PartyFindingType> | null> {
    const desk = await ctx.readTownFor('organization:read', townId);
    if (desk?.seat.role !== 'app_town') return null;
    requireIn(ctx.signedIn, townId, ['party:read']);
    const found = (await findInParty(desk, { townId, asOf })).filter(
      ({ rule }) => args.rule == null || rule === args.rule,
    );
    const seen = await Promise.all(
      found.map(async ({ partyOrganization, organization }) => {
        if (partyOrganization) {
          return reaches(ctx.signedIn, 'organization:read', await placeOfParty(desk, partyOrganization));
        }
        const line = organization && (await desk.load(organizationLines, { townId, uuid: organization.uuid }));
        return line != null && reachesOrganization(desk, ctx.signedIn, 'organization:read', line);
      }),
    );
    const findings = found.filter((_, index) => seen[index]);
    return pageOf(findings, args, ({ rule, partyOrganization, organization }) =>
      [rule, partyOrganization?.uuid ?? organization?.uuid].join(' '),
    );
  }
}
