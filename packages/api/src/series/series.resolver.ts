import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { holdsIn } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { badInput, Refusal } from '../errors.ts';
import { requireCountable } from '../figures/countable.ts';
import { type AnyIndicator, lastDay, requireIndicator } from '../figures/indicators.ts';
import { presentIndicator } from '../figures/present-indicator.ts';
import { isKeptByTown } from '../figures/town-total.ts';
import { hasBases } from '../indicators/indicator.ts';
import { numberOf } from '../indicators/number-of.ts';
import { TownType } from '../towns/town.type.ts';
import { unitAsked } from '../units/find-unit.ts';
import { countSeries, type Point } from './count-series.ts';
import { pointsOf } from './points.ts';
import { SeriesArgs, SeriesType } from './series.type.ts';

/** Steps of one series; fewer where each is counted among households one by one. */
const mostPoints = { told: 60, counted: 24 };

@Resolver(() => TownType)
export class TownSeriesResolver {
  @FieldResolver(() => SeriesType, {
    nullable: true,
    description:
      'A figure of the town or of a unit, month by month, quarter by quarter or year by year: at most 60 steps, or 24 where households are counted of a unit, or one by one. FORBIDDEN where the viewer may not count this in the whole town.',
  })
  async series(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => SeriesArgs) args: SeriesArgs,
  ): Promise<SeriesType> {
    const { townId } = town;
    const { by, basis } = args;
    const indicator = requireIndicator(args.indicator, 'indicator');
    if (args.last < args.first) throw badInput('last', 'dateBeforeBeginning', { date: args.first });
    const most = mostPoints[isFewStatements(indicator, args) ? 'told' : 'counted'];
    const periods = pointsOf(args, by, most);
    if (periods.length > most) throw new Refusal('LIMIT_EXCEEDED', 'tooManySteps', { field: 'last', values: { most } });
    if (args.unit == null)
      requireCountable(ctx.signedIn, indicator, { townId, period: periods[0] ?? null }, 'indicator');
    else {
      const asked = ['unit:count', 'unit:read', indicator.permission] as const;
      if (!asked.every((each) => holdsIn(ctx.signedIn, each, townId))) throw new Refusal('FORBIDDEN', 'forbidden');
    }
    const desk = await ctx.readTown(townId);
    const unitUuid = await unitAsked(desk, townId, args.unit);
    const points = periods.map((period): Point => {
      const on = lastDay(period, ctx.today);
      const days = { AS_OF: args.asOf ?? town.asOf, RESTATED: ctx.today, AS_RECORDED: on };
      return { period, on, asOf: hasBases(indicator) ? days[basis] : on };
    });
    const totals = await countSeries(desk, indicator, { townId, unitUuid, by, basis, points });
    const shown = presentIndicator(indicator);
    return {
      ...{ indicator: shown, by, basis: shown.hasBases ? basis : null },
      points: points.map(({ period, on }, index) => {
        const { count, total } = totals[index] ?? { count: 0, total: 0 };
        return { period, on: indicator.time === 'STOCK' ? on : null, ...numberOf(shown, count, total) };
      }),
    };
  }
}

/** Whether all steps are read at once from summaries, of which a step more is a few rows more. */
function isFewStatements(indicator: AnyIndicator, { unit }: SeriesArgs): boolean {
  return unit == null ? isKeptByTown(indicator) : indicator.time === 'FLOW';
}
