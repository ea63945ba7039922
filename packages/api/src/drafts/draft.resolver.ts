import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { holdsIn } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { fieldInDraft } from '../enactments/problem.ts';
import { say } from '../messages.ts';
import { labelsOf } from '../restructurings/present-difference.ts';
import { workOutDraft } from '../restructurings/restructure.ts';
import { CheckType, RestructuringType } from '../restructurings/restructuring.type.ts';
import { TreeNodeType } from '../teams/team.type.ts';
import { toldNodes } from '../teams/tree-nodes.ts';
import { draftProblems } from './draft-problems.ts';
import { draftTree } from './draft-tree.ts';

@Resolver(() => RestructuringType)
export class DraftResolver {
  @FieldResolver(() => [CheckType], {
    nullable: true,
    description: 'What the checks find in a draft, errors first. Null for what is no draft.',
  })
  async checks(@Ctx() ctx: Context, @Root() { stored }: RestructuringType): Promise<CheckType[] | null> {
    if (stored.status !== 'DRAFT') return null;
    const desk = await ctx.readTown(stored.townId);
    const enactment = await workOutDraft(desk, stored);
    const problems = await draftProblems(desk, stored, enactment);
    const label = labelsOf(stored.townId, enactment.timeline, stored.effectiveOn);
    return problems
      .map((problem) => ({
        severity: problem.severity,
        code: problem.message,
        message: say(ctx.language, problem.message, problem.values),
        step: problem.step,
        field: fieldInDraft(problem, stored.steps),
        units: problem.units.map(label),
      }))
      .sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'ERROR' ? -1 : 1));
  }

  @FieldResolver(() => [TreeNodeType], {
    nullable: true,
    description: 'For a draft, the town’s tree on its day as it would be; else null. See `Town.tree`.',
  })
  async tree(@Ctx() ctx: Context, @Root() { stored }: RestructuringType): Promise<TreeNodeType[] | null> {
    if (stored.status !== 'DRAFT') return null;
    const tree = draftTree(stored.townId, await workOutDraft(await ctx.readTown(stored.townId), stored));
    return toldNodes(tree, holdsIn(ctx.signedIn, 'team:read', stored.townId));
  }
}
