import { badInput, Refusal } from '../errors.ts';
import type { Step } from '../figures/fact-question.ts';
import { type AnyIndicator, lastDay, requireIndicator } from '../figures/indicators.ts';
import { presentIndicator } from '../figures/present-indicator.ts';
import { isKeptByTown } from '../figures/town-total.ts';
import type { Basis } from '../indicators/basis.ts';
import { type Days, hasBases, type Total } from '../indicators/indicator.ts';
import { numberOf } from '../indicators/number-of.ts';
import type { Point } from './count-series.ts';
import { pointsOf } from './points.ts';
import type { SeriesType, StepsArgs } from './series.type.ts';

/** Steps of one series; fewer where each is counted by itself. */
const mostPoints = { told: 60, counted: 24 };

/**
 * What a series is asked of, of whole towns or of a unit, and the days of its steps. Errors: BAD_INPUT on `indicator`, and on `last` where
 * that is before `first`; LIMIT_EXCEEDED there for too many steps.
 */
export function requireSteps(
  args: StepsArgs,
  ofUnit: boolean,
): { indicator: AnyIndicator; periods: readonly [Days, ...Days[]] } {
  const indicator = requireIndicator(args.indicator, 'indicator');
  if (args.last < args.first) throw badInput('last', 'dateBeforeBeginning', { date: args.first });
  const isTold = ofUnit ? indicator.time === 'FLOW' : isKeptByTown(indicator);
  const most = mostPoints[isTold ? 'told' : 'counted'];
  const [first, ...others] = pointsOf(args, args.by, most);
  if (!first) throw new Error('A series without a step');
  if (others.length >= most) throw new Refusal('LIMIT_EXCEEDED', 'tooManySteps', { field: 'last', values: { most } });
  return { indicator, periods: [first, ...others] };
}

/** The steps of a series with the days on which they are counted: for the units of which day, where an indicator has bases. */
export function stepsOn(
  indicator: AnyIndicator,
  periods: readonly Days[],
  today: string,
  asOf: (on: string) => string,
): Point[] {
  return periods.map((period) => {
    const on = lastDay(period, today);
    return { period, on, asOf: hasBases(indicator) ? asOf(on) : on };
  });
}

/** A series as GraphQL shows it, to those for whom small numbers are suppressed or not. */
export function presentSeries(
  indicator: AnyIndicator,
  { by, basis }: { by: Step; basis: Basis },
  points: readonly Point[],
  totals: readonly Total[],
  suppresses: boolean,
): SeriesType {
  const shown = presentIndicator(indicator);
  return {
    ...{ indicator: shown, by, basis: shown.hasBases ? basis : null },
    points: points.map(({ period, on }, index) => {
      const { count, total } = totals[index] ?? { count: 0, total: 0 };
      return { period, on: indicator.time === 'STOCK' ? on : null, ...numberOf(shown, count, total, suppresses) };
    }),
  };
}
