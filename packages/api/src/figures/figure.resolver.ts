import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { requireIn } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import type { Basis } from '../indicators/basis.ts';
import { type Days, hasBases } from '../indicators/indicator.ts';
import { BasisEnum, IndicatorType } from '../indicators/indicator.type.ts';
import { numberOf } from '../indicators/number-of.ts';
import { UnitLabelType } from '../restructurings/difference.type.ts';
import { labelsOf } from '../restructurings/present-difference.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { globalId } from '../schema/global-id.ts';
import { PeriodInput, requirePeriod } from '../schema/period.type.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { unitAsked } from '../units/find-unit.ts';
import { timelineOf } from '../units/timeline.ts';
import { FigurePartConnectionType, type FigurePartType, FigureType } from './figure.type.ts';
import { countedFigure } from './figure-of.ts';
import { type AnyIndicator, countOf, indicators, lastDay, requireIndicator } from './indicators.ts';
import { partsOf } from './parts.ts';
import { presentIndicator } from './present-indicator.ts';
import { requireToldPeriod } from './told-period.ts';

@ArgsType()
class FigureArgs {
  @Field(() => String, { description: 'The code of the indicator; see `indicators`.' })
  indicator: string;
  @Field(() => ID, { nullable: true, description: 'The unit to count under; the whole town unless told.' })
  unit?: string | null;
  @Field(() => PeriodInput, { nullable: true, description: 'The period, but for a STOCK indicator.' })
  period?: PeriodInput | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day whose units it counts for, on the basis AS_OF; the town’s `asOf` unless told.',
  })
  asOf?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which to count a stock; `asOf` unless told.' })
  on?: string | null;
  @Field(() => BasisEnum, { defaultValue: 'RESTATED', description: 'The basis, for an indicator that has bases.' })
  basis: Basis;
}

@Resolver(() => TownType)
export class TownFigureResolver {
  @Query(() => [IndicatorType], { description: 'Everything that can be counted.' })
  indicators(): IndicatorType[] {
    return indicators.map(presentIndicator);
  }

  @FieldResolver(() => FigureType, {
    nullable: true,
    description: 'A figure of the town or of a unit. FORBIDDEN where the viewer may not count this in the whole town.',
  })
  async figure(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => FigureArgs) args: FigureArgs,
  ): Promise<FigureType> {
    const { townId } = town;
    const indicator = requireIndicator(args.indicator, 'indicator');
    requireIn(ctx.signedIn, townId, ['unit:read', indicator.permission]);
    const timed = indicator.time !== 'STOCK';
    if (timed && !args.period) throw badInput('period', 'required');
    if (args.period) requirePeriod(args.period, 'period');
    const period = (timed && args.period) || null;
    requireToldPeriod(ctx.signedIn, indicator, townId, period, ctx.today);
    const days = daysOf(indicator, period, { ...args, asOf: args.asOf ?? town.asOf }, ctx.today);
    const desk = await ctx.readTown(townId);
    const unitUuid = await unitAsked(desk, townId, args.unit);
    const question = { townId, ...days, basis: args.basis };
    const counted = await countOf(desk, indicator, {
      ...question,
      period: period ?? { first: days.on, last: days.on },
    });
    const shown = { ...question, actor: ctx.signedIn, period, on: timed ? null : days.on };
    return countedFigure(indicator, shown, counted, unitUuid);
  }
}

/** The day on which a figure is counted, and the day for whose units it counts. */
function daysOf(
  indicator: AnyIndicator,
  period: Days | null,
  { basis, asOf, on: asked }: { basis: Basis; asOf: string; on?: string | null },
  today: string,
): { on: string; asOf: string } {
  const on = period ? lastDay(period, today) : (asked ?? asOf);
  if (!hasBases(indicator)) return { on, asOf: on };
  return { on, asOf: { AS_OF: asOf, RESTATED: today, AS_RECORDED: period?.last ?? on }[basis] };
}

/** An order of its own for parts that are alike: pages of them must not overlap. */
function byPartName(a: FigurePartType, b: FigurePartType): number {
  return byPinyin(a.name ?? '', b.name ?? '') || (a.unit ?? '').localeCompare(b.unit ?? '');
}

@Resolver(() => FigureType)
export class FigureResolver {
  @FieldResolver(() => FigurePartConnectionType, {
    description:
      'The units directly under it that make it up, and what counts at itself; the largest first, those alike by name as pinyin sorts it. Without those whose number is suppressed. FORBIDDEN where the viewer sees no units of the town.',
  })
  async parts(
    @Ctx() ctx: Context,
    @Root() figure: FigureType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<FigurePartType>> {
    requireIn(ctx.signedIn, figure.townId, ['unit:read']);
    const timeline = await (await ctx.readTown(figure.townId)).load(timelineOf, figure.townId);
    const all = partsOf(await figure.counted(), figure.unitUuid).map(({ unit, count, total, opens }) => ({
      unit: unit === null ? null : globalId('Unit', figure.townId, unit),
      name: unit === null ? null : timeline.nameOn(unit, figure.asOf),
      kind: unit === null ? null : (timeline.stateNear(unit, figure.asOf)?.kind ?? null),
      ...numberOf(figure.indicator, count, total, figure.suppresses),
      opens,
    }));
    // That a unit is listed would tell that it counts any.
    const parts = figure.suppresses ? all.filter(({ numerator }) => numerator !== null) : all;
    parts.sort((a, b) => (b.numerator ?? 0) - (a.numerator ?? 0) || byPartName(a, b));
    return pageOf(parts, args, (part) => part.unit ?? 'itself');
  }

  @FieldResolver(() => [UnitLabelType], {
    description:
      'The unit that it counts under, and what stands above that on the day `asOf`, the nearest first; what does not stand then is as it was nearest to that day. Empty for the town.',
  })
  async within(@Ctx() ctx: Context, @Root() figure: FigureType): Promise<UnitLabelType[]> {
    if (figure.unitUuid === null) return [];
    const timeline = await (await ctx.readTown(figure.townId)).load(timelineOf, figure.townId);
    const within: string[] = [];
    let at: string | null = figure.unitUuid;
    while (at !== null && !within.includes(at)) {
      within.push(at);
      at = timeline.stateNear(at, figure.asOf)?.parent_id ?? null;
    }
    return within.map(labelsOf(figure.townId, timeline, figure.asOf));
  }
}
