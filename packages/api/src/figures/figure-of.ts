import { rateOf } from '../schema/rate.ts';
import type { Basis } from './basis.ts';
import type { CountedFacts } from './count-facts.ts';
import type { FactQuestion } from './fact-question.ts';
import type { FigureType, IndicatorType } from './figure.type.ts';
import type { Indicator } from './indicators.ts';

/** Of which town, over which period, on which basis and as of which day a figure is; a stock has no period. */
export interface FigureQuestion {
  townId: number;
  period: FactQuestion['period'] | null;
  basis: Basis;
  asOf: string;
}

/** What an indicator counts of a town, as a figure of one of its units, or with null of the whole town. */
export function figureOf(
  indicator: Indicator,
  { townId, period, basis, asOf }: FigureQuestion,
  all: readonly CountedFacts[],
  unitUuid: string | null,
): FigureType {
  const counted = unitUuid === null ? all : all.filter(({ path }) => path.includes(unitUuid));
  const numerator = counted.reduce((sum, { count }) => sum + count, 0);
  const among = counted.reduce((sum, { total }) => sum + total, 0);
  const facts = indicator.time === 'STOCK' ? undefined : indicator.source;
  return {
    ...{ townId, unitUuid, counted, asOf, period },
    question: facts && period ? { townId, source: facts, period, basis: carriedBy(indicator, basis), asOf } : null,
    ofHouseholds: indicator.time !== 'FLOW' && indicator.households === true,
    indicator: indicatorOf(indicator),
    ...numberOf(indicatorOf(indicator), numerator, among),
    basis: indicator.time === 'FLOW' ? basis : null,
  };
}

/** On which basis its facts are carried: what covers a day counts for the units of that day. */
function carriedBy({ time }: Indicator, basis: Basis): Basis {
  return time === 'COVERAGE' ? 'AS_OF' : basis;
}

/** An indicator as GraphQL shows it. */
export function indicatorOf(indicator: Indicator): IndicatorType {
  const { code, name, englishName, definition, time } = indicator;
  const perHundred = indicator.time === 'COVERAGE' && indicator.perHundred === true;
  const isRate = indicator.time === 'FLOW' ? indicator.source.rate !== undefined : indicator.time === 'COVERAGE';
  return { code, name, englishName, definition, time, isRate, perHundred };
}

/** A count, so many of so many, or so many to a hundred. */
export function numberOf({ isRate, perHundred }: IndicatorType, numerator: number, among: number) {
  if (!isRate) return { numerator, denominator: null, value: String(numerator), rounded: String(numerator) };
  const rate = rateOf(numerator, among);
  return perHundred ? { ...rate, rounded: rate.rounded?.replace(' %', '') ?? null } : rate;
}
