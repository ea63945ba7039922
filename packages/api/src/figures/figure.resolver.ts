import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { holdsIn } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { badInput, notFound, Refusal } from '../errors.ts';
import { UnitLabelType } from '../restructurings/difference.type.ts';
import { labelsOf } from '../restructurings/present-difference.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { PeriodInput, requirePeriod } from '../schema/period.type.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { timelineOf } from '../units/timeline.ts';
import type { Basis } from './basis.ts';
import { BasisEnum, FigurePartConnectionType, type FigurePartType, FigureType, IndicatorType } from './figure.type.ts';
import { figureOf, indicatorOf, numberOf } from './figure-of.ts';
import { countOf, type Indicator, indicators, lastDay } from './indicators.ts';
import { partsOf } from './parts.ts';

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
    description: 'The day, for a stock and for the basis AS_OF; the town’s `asOf` unless told.',
  })
  asOf?: string | null;
  @Field(() => BasisEnum, { defaultValue: 'RESTATED', description: 'The basis, for a FLOW indicator.' })
  basis: Basis;
}

@Resolver(() => TownType)
export class TownFigureResolver {
  @Query(() => [IndicatorType], { description: 'Everything that can be counted.' })
  indicators(): IndicatorType[] {
    return indicators.map(indicatorOf);
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
    const indicator = indicators.find((each) => each.code === args.indicator);
    if (!indicator) throw badInput('indicator', 'noIndicator');
    const asked = ['unit:read', indicator.permission] as const;
    if (!asked.every((each) => holdsIn(ctx.signedIn, each, townId))) throw new Refusal('FORBIDDEN', 'forbidden');
    const timed = indicator.time !== 'STOCK';
    if (timed && !args.period) throw badInput('period', 'required');
    if (args.period) requirePeriod(args.period, 'period');
    const period = (timed && args.period) || null;
    const { basis } = args;
    const asOf = dayOfUnits(indicator, period, { ...args, asOf: args.asOf ?? town.asOf }, ctx.today);
    const desk = await ctx.readTown(townId);
    const unitUuid = args.unit == null ? null : requireIdIn(townId, args.unit, 'Unit', 'unit');
    if (unitUuid !== null && !(await desk.load(timelineOf, townId)).find(unitUuid)) throw notFound('unit');
    const question = { townId, period: period ?? { first: asOf, last: asOf }, basis, asOf };
    const counted = await countOf(desk, indicator, question);
    return figureOf(indicator, { ...question, period }, counted, unitUuid);
  }
}

/** The day for whose units a figure counts. */
function dayOfUnits(
  { time }: Indicator,
  period: PeriodInput | null,
  { basis, asOf }: { basis: Basis; asOf: string },
  today: string,
): string {
  if (!period || time === 'STOCK') return asOf;
  if (time === 'COVERAGE') return lastDay(period, today);
  return { AS_OF: asOf, RESTATED: today, AS_RECORDED: period.last }[basis];
}

/** An order of its own for parts that are alike: pages of them must not overlap. */
function byPartName(a: FigurePartType, b: FigurePartType): number {
  return byPinyin(a.name ?? '', b.name ?? '') || (a.unit ?? '').localeCompare(b.unit ?? '');
}

@Resolver(() => FigureType)
export class FigureResolver {
  @FieldResolver(() => FigurePartConnectionType, {
    description:
      'The units directly under it that make it up, and what counts at itself; the largest first, those alike by name as pinyin sorts it.',
  })
  async parts(
    @Ctx() ctx: Context,
    @Root() figure: FigureType,
    @Args(() => PageArgs) args: PageArgs,
  ): Promise<Connection<FigurePartType>> {
    const timeline = await (await ctx.readTown(figure.townId)).load(timelineOf, figure.townId);
    const parts = partsOf(figure).map(({ unit, count, total, opens }) => ({
      unit: unit === null ? null : globalId('Unit', figure.townId, unit),
      name: unit === null ? null : timeline.nameOn(unit, figure.asOf),
      kind: unit === null ? null : (timeline.stateNear(unit, figure.asOf)?.kind ?? null),
      ...numberOf(figure.indicator, count, total),
      opens,
    }));
    parts.sort((a, b) => b.numerator - a.numerator || byPartName(a, b));
    return pageOf(parts, args, (part) => part.unit ?? 'itself');
  }

  @FieldResolver(() => [UnitLabelType], {
    description:
      'The unit that it counts under, and what stands above that on the day `asOf`, the nearest first; what does not stand then is as it was nearest to that day. Empty for the town.',
  })
  async within(@Ctx() ctx: Context, @Root() figure: FigureType): Promise<UnitLabelType[]> {
    const timeline = await (await ctx.readTown(figure.townId)).load(timelineOf, figure.townId);
    const within: string[] = [];
    let at = figure.unitUuid;
    while (at !== null && !within.includes(at)) {
      within.push(at);
      at = timeline.stateNear(at, figure.asOf)?.parent_id ?? null;
    }
    return within.map(labelsOf(figure.townId, timeline, figure.asOf));
  }
}
