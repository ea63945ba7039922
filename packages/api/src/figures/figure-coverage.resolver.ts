import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { coverageAsked, organizationsAmong } from '../coverage-rates/coverage.indicators.ts';
import { GapConnectionType, type GapType } from '../coverage-rates/gap.type.ts';
import { visibleGaps } from '../coverage-rates/visible-gaps.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { FigureType } from './figure.type.ts';

/** What a rate of coverage misses: it opens down to the organisations. */
@Resolver(() => FigureType)
export class FigureCoverageResolver {
  @FieldResolver(() => GapConnectionType, {
    nullable: true,
    description:
      'The organisations that a rate of coverage misses, as far as the viewer may see them, each with the reason and what would mend it, the cheapest first. Null for other figures, and where the viewer sees no organisations in the town.',
  })
  async gaps(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, indicator, on, asOf }: FigureType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<GapType> | null> {
    const asked = coverageAsked(indicator.code);
    if (!asked?.rate || on === null) return null;
    const desk = await ctx.readTown(townId);
    const among = await organizationsAmong(desk, { townId, on, asOf }, asked);
    const counted = among.filter(({ path }) => unitUuid === null || path.includes(unitUuid));
    const gaps = await visibleGaps(ctx, { townId, on, counted }, asked.rate);
    return gaps && pageOf(gaps, args, ({ gap }) => gap.organization.id);
  }
}
