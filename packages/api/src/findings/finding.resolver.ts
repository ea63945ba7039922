import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { TownType } from '../towns/town.type.ts';
import { townTrees } from '../units/town-tree.ts';
import { findIncomplete } from './find-incomplete.ts';
import { FindingConnectionType, type FindingRule, FindingRuleEnum, type FindingType } from './finding.type.ts';

@ArgsType()
class FindingsArgs extends PageArgs {
  @Field(() => FindingRuleEnum, { nullable: true, description: 'Only what breaks this rule.' })
  rule?: FindingRule | null;
  @Field(() => ID, { nullable: true, description: 'Only this unit and what is under it.' })
  under?: string | null;
}

@Resolver(() => TownType)
export class FindingResolver {
  @FieldResolver(() => FindingConnectionType, {
    nullable: true,
    description:
      'What is incomplete in the town on the day `asOf`, in the tree’s order, as far as the viewer’s reach goes.',
  })
  async findings(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => FindingsArgs) args: FindingsArgs,
  ): Promise<Connection<FindingType> | null> {
    const desk = await ctx.readTownFor('finding:read', town.townId);
    if (!desk) return null;
    const key = { townId: town.townId, asOf: town.asOf };
    const tree = await desk.load(townTrees, key);
    const under = args.under == null ? null : requireIdIn(town.townId, args.under, 'Unit', 'under');
    if (under !== null && !tree.find(under)) throw notFound('under');
    const findings = (await findIncomplete(desk, key)).filter(({ rule, unit }) => {
      if (args.rule != null && rule !== args.rule) return false;
      const place = tree.place(unit.uuid);
      return reaches(ctx.signedIn, 'finding:read', place) && (under === null || place.units.includes(under));
    });
    return pageOf(findings, args, ({ rule, unit, team }) => `${rule} ${team?.uuid ?? unit.uuid}`);
  }
}
