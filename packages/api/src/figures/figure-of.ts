import type { Actor } from '../access/actor.ts';
import { suppressesSmall } from '../access/small-numbers.ts';
import type { Basis } from '../indicators/basis.ts';
import {
  type CountedFacts,
  carriedBy,
  type Days,
  hasBases,
  opensHouseholds,
  sourceOf,
  type Total,
} from '../indicators/indicator.ts';
import { numberOf } from '../indicators/number-of.ts';
import type { FigureType } from './figure.type.ts';
import type { AnyIndicator } from './indicators.ts';
import { presentIndicator } from './present-indicator.ts';

/** Of which town, for whom, over which period or on which day, on which basis and as of which day a figure is; a stock has no period. */
export interface FigureQuestion {
  townId: number;
  actor: Actor;
  period: Days | null;
  /** The day of a stock. */
  on: string | null;
  basis: Basis;
  asOf: string;
}

/** What an indicator counted of a town, as a figure of one of its units, or with null of the whole town. */
export function countedFigure(
  indicator: AnyIndicator,
  question: FigureQuestion,
  all: readonly CountedFacts[],
  unitUuid: string | null,
): FigureType {
  const counted = unitUuid === null ? all : all.filter(({ path }) => path.includes(unitUuid));
  return figureOf(indicator, question, sumOf(counted), unitUuid, () => Promise.resolve(counted));
}

/** What is counted in places, together. */
export function sumOf(counted: readonly Total[]): Total {
  return {
    count: counted.reduce((sum, { count }) => sum + count, 0),
    total: counted.reduce((sum, { total }) => sum + total, 0),
  };
}

/** So many as a figure of a unit, or with null of the whole town; `counted` tells where they count once it is opened. */
export function figureOf(
  indicator: AnyIndicator,
  { townId, actor, period, on, basis, asOf }: FigureQuestion,
  exact: Total,
  unitUuid: string | null,
  counted: FigureType['counted'],
): FigureType {
  const source = sourceOf(indicator);
  const shown = presentIndicator(indicator);
  const suppresses = suppressesSmall(actor, indicator.permission, townId);
  return {
    ...{ townId, unitUuid, exact, suppresses, counted, asOf, period, on },
    question: source && period ? { townId, source, period, basis: carriedBy(indicator, basis), asOf } : null,
    ofHouseholds: opensHouseholds(indicator),
    indicator: shown,
    ...numberOf(shown, exact.count, exact.total, suppresses),
    basis: hasBases(indicator) ? basis : null,
  };
}
