import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { holdsIn } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { badInput, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { OverlayType } from '../units/overlay.type.ts';
import { townTrees } from '../units/town-tree.ts';
import { teamsOfTowns } from './read-teams.ts';
import { TreeNodeType } from './team.type.ts';
import { teamCounts } from './team-counts.ts';
import { nodesOfTowns, toldNodes, treeNodes } from './tree-nodes.ts';

/** Levels that may be asked for; no town has so many. */
const deepest = 20;

@ArgsType()
class TreeArgs {
  @Field(() => ID, { nullable: true, description: 'Only what stands under this unit; the whole town unless told.' })
  root?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many levels, 0 to 20; all unless told.' })
  depth?: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day; the town’s `asOf` unless told.' })
  asOf?: string | null;
}

@Resolver(() => TownType)
export class TownTreeResolver {
  @FieldResolver(() => [TreeNodeType], {
    nullable: true,
    description:
      'The tree to its blocks and teams as one flat list, parents before children, siblings in order: one request for a town of any size. Without teams for a viewer who sees none there.',
  })
  async tree(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => TreeArgs) args: TreeArgs,
  ): Promise<TreeNodeType[] | null> {
    if (args.depth != null && (args.depth < 0 || args.depth > deepest)) throw badInput('depth', 'depth');
    const desk = await ctx.readTownFor('unit:read', town.townId);
    if (!desk) return null;
    const key = { townId: town.townId, asOf: args.asOf ?? town.asOf };
    const seesTeams = holdsIn(ctx.signedIn, 'team:read', town.townId);
    if (args.root == null && (args.depth ?? deepest) === deepest) {
      return toldNodes(await desk.load(nodesOfTowns, key), seesTeams);
    }
    const [tree, teams] = await Promise.all([desk.load(townTrees, key), desk.load(teamsOfTowns, key)]);
    const root = args.root == null ? undefined : tree.find(requireIdIn(town.townId, args.root, 'Unit', 'root'));
    if (args.root != null && !root) throw notFound('root');
    return toldNodes(treeNodes(tree, teams, root, args.depth ?? deepest), seesTeams);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many teams the town has on the day `asOf`, those of overlays left out.',
  })
  async teamCount(@Ctx() ctx: Context, @Root() town: TownType): Promise<number | null> {
    const desk = await ctx.readTownFor('unit:count', town.townId);
    return desk ? desk.load(teamCounts, { townId: town.townId, asOf: town.asOf, overlay: null }) : null;
  }
}

@Resolver(() => OverlayType)
export class OverlayTeamsResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many teams its blocks have on a day. Null where the viewer counts none there.',
  })
  async teamCount(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: OverlayType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today unless told.' }) asOf?: string | null,
  ): Promise<number | null> {
    const desk = await ctx.readTownFor('unit:count', townId);
    return desk ? desk.load(teamCounts, { townId, asOf: asOf ?? ctx.today, overlay: uuid }) : null;
  }
}
