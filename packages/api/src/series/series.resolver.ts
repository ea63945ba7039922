import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { requireIn } from '../access/reach.ts';
import { suppressesSmall } from '../access/small-numbers.ts';
import type { Context } from '../context.ts';
import { requireCountable } from '../figures/countable.ts';
import { TownType } from '../towns/town.type.ts';
import { unitAsked } from '../units/find-unit.ts';
import { presentSeries, requireSteps, stepsOn } from './asked-series.ts';
import { countSeries } from './count-series.ts';
import { SeriesType, TownSeriesArgs } from './series.type.ts';

@Resolver(() => TownType)
export class TownSeriesResolver {
  @FieldResolver(() => SeriesType, {
    nullable: true,
    description:
      'A figure of the town or of a unit, month by month, quarter by quarter or year by year: at most 60 steps, or 24 where each is counted by itself, of a unit all but a FLOW, of the town what is not `keptByTown`. FORBIDDEN where the viewer may not count this in the whole town.',
  })
  async series(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => TownSeriesArgs) args: TownSeriesArgs,
  ): Promise<SeriesType> {
    const { townId } = town;
    const { by, basis } = args;
    const { indicator, periods } = requireSteps(args, args.unit != null);
    if (args.unit == null) requireCountable(ctx.signedIn, indicator, { townId, period: periods[0] }, 'indicator');
    else requireIn(ctx.signedIn, townId, ['unit:count', 'unit:read', indicator.permission]);
    const desk = await ctx.readTown(townId);
    const unitUuid = await unitAsked(desk, townId, args.unit);
    const points = stepsOn(indicator, periods, ctx.today, (on) => {
      return { AS_OF: args.asOf ?? town.asOf, RESTATED: ctx.today, AS_RECORDED: on }[basis];
    });
    const totals = await countSeries(desk, indicator, { townId, unitUuid, by, basis, points });
    const suppresses = suppressesSmall(ctx.signedIn, indicator.permission, townId);
    return presentSeries(indicator, args, points, totals, suppresses);
  }
}
