import { passes } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import { requireCountable } from '../figures/countable.ts';
import type { FigureType } from '../figures/figure.type.ts';
import { figureOf, sumOf } from '../figures/figure-of.ts';
import { type AnyIndicator, type CountQuestion, countOf, lastDay, requireIndicator } from '../figures/indicators.ts';
import { requireToldPeriod } from '../figures/told-period.ts';
import { totalOfTown } from '../figures/town-total.ts';
import { type Days, hasBases } from '../indicators/indicator.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { namedTowns } from '../towns/find-town.ts';
import type { DistrictType, TownType } from '../towns/town.type.ts';
import type { TownFigures, TownFiguresArgs } from './town-figures.type.ts';

/** Indicators that one dashboard asks for. */
const mostIndicators = 100;

/** An indicator with when to count it. */
export interface Asked {
  indicator: AnyIndicator;
  /** Null for a stock. */
  period: Days | null;
  /** The day of a stock; of what is covered in a period, its last day. */
  on: string;
}

/**
 * What is asked for of towns. Errors: BAD_INPUT on `indicators.N` for one that there is not, on `period` where one needs it or
 * it ends before it begins, on `indicators` for too many.
 */
export function requireAsked({ indicators, period, on }: TownFiguresArgs, today: string): Asked[] {
  if (indicators.length > mostIndicators) throw badInput('indicators', 'tooMany', { most: mostIndicators });
  if (period) requirePeriod(period, 'period');
  return indicators.map((code, index) => {
    const indicator = requireIndicator(code, `indicators.${index}`);
    if (indicator.time === 'STOCK') return { indicator, period: null, on: on ?? today };
    if (!period) throw badInput('period', 'required');
    return { indicator, period, on: lastDay(period, today) };
  });
}

/** The towns of a district that the viewer may see, in the register's order, and those of them that are set up. */
export async function townsOfDistrict(ctx: Context, { code }: DistrictType) {
  const towns = (await namedTowns(ctx)).filter(({ districtCode }) => districtCode === code);
  return { towns, active: towns.filter(({ status }) => status === 'ACTIVE') };
}

/** Whether a town has let the application that asks, if any does, count all that is asked for. */
function consents({ signedIn }: Context, { townId }: TownType, asked: readonly Asked[]): boolean {
  return ['unit:count' as const, ...asked.map(({ indicator }) => indicator.permission)].every((permission) =>
    passes(signedIn, permission, townId),
  );
}

/**
 * The figures of the towns of a district that the viewer may see, in the register's order, those that are not set up without.
 * Errors: FORBIDDEN where the viewer may not count all of it in all of them; BAD_INPUT where they may read summaries alone, and
 * those do not tell it. A number of statements that grows neither with the towns nor with the districts.
 */
export async function figuresOfTowns(
  ctx: Context,
  district: DistrictType,
  asked: readonly Asked[],
): Promise<TownFigures[]> {
  const { towns, active } = await townsOfDistrict(ctx, district);
  for (const [index, each] of asked.entries()) {
    for (const { townId } of active.filter((town) => consents(ctx, town, asked))) {
      requireCountable(ctx.signedIn, each.indicator, { townId, period: each.period }, `indicators.${index}`);
      requireToldPeriod(ctx.signedIn, each.indicator, townId, each.period, ctx.today);
    }
  }
  return Promise.all(
    towns.map(async (town): Promise<TownFigures> => {
      if (town.status === 'REGISTERED') return { typename: 'TownUnavailable', town, reason: 'NOT_SET_UP' };
      if (!consents(ctx, town, asked)) return { typename: 'TownUnavailable', town, reason: 'NOT_CONSENTED' };
      const figures = await Promise.all(asked.map((each) => figureOfTown(ctx, town, each)));
      return { typename: 'TownFigureSet', town, figures };
    }),
  );
}

async function figureOfTown(ctx: Context, { townId }: TownType, { indicator, period, on }: Asked): Promise<FigureType> {
  const basis = 'RESTATED' as const;
  // Opened, what happened counts for the units of today; what there is or is covered, for those of its day.
  const asOf = hasBases(indicator) ? ctx.today : on;
  const question: CountQuestion = { townId, period: period ?? { first: on, last: on }, on, basis, asOf };
  const counted = async () => countOf(await ctx.readTown(townId), indicator, question);
  const total =
    (await totalOfTown(await ctx.readAmongTowns(townId), indicator, { townId, period, on })) ?? sumOf(await counted());
  const shown = { townId, actor: ctx.signedIn, period, on: indicator.time === 'STOCK' ? on : null, basis, asOf };
  return figureOf(indicator, shown, total, null, counted);
}
