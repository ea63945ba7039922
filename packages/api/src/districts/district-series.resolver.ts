import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { suppressesSmall } from '../access/small-numbers.ts';
import type { Context } from '../context.ts';
import { requireCountable } from '../figures/countable.ts';
import { sumOf } from '../figures/figure-of.ts';
import { addedTo } from '../indicators/suppressed.ts';
import { presentSeries, requireSteps, stepsOn } from '../series/asked-series.ts';
import { countSeries } from '../series/count-series.ts';
import { SeriesType, StepsArgs } from '../series/series.type.ts';
import { DistrictType } from '../towns/town.type.ts';
import { townsOfDistrict } from './read-figures.ts';

@Resolver(() => DistrictType)
export class DistrictSeriesResolver {
  @FieldResolver(() => SeriesType, {
    nullable: true,
    description:
      'A figure of all towns of the district together that the viewer may see and that are set up today, step by step, a rate as the quotient of both sums: at most 60 steps, or 24 of what is not `keptByTown`. FORBIDDEN where the viewer may not count one of them.',
  })
  async series(
    @Ctx() ctx: Context,
    @Root() district: DistrictType,
    @Args(() => StepsArgs) args: StepsArgs,
  ): Promise<SeriesType> {
    const { indicator, periods } = requireSteps(args, false);
    const { active } = await townsOfDistrict(ctx, district);
    for (const { townId } of active) {
      requireCountable(ctx.signedIn, indicator, { townId, period: periods[0] }, 'indicator');
    }
    // A town’s total is the same on every basis.
    const shown = { by: args.by, basis: 'RESTATED' as const };
    const points = stepsOn(indicator, periods, ctx.today, () => ctx.today);
    const suppresses = (townId: number) => suppressesSmall(ctx.signedIn, indicator.permission, townId);
    const series = await Promise.all(
      active.map(async ({ townId }) => {
        const asked = { ...shown, townId, unitUuid: null, points };
        const counted = await countSeries(await ctx.readTown(townId), indicator, asked);
        return counted.map((each) => addedTo(each, suppresses(townId)));
      }),
    );
    const totals = points.map((_, index) => sumOf(series.flatMap((town) => town[index] ?? [])));
    return presentSeries(
      indicator,
      shown,
      points,
      totals,
      active.some(({ townId }) => suppresses(townId)),
    );
  }
}
