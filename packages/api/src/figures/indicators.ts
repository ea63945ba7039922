import { callIndicators } from '../calls/call.indicators.ts';
import { coverageIndicators } from '../coverage-rates/coverage.indicators.ts';
import type { Desk } from '../db/door.ts';
import { deliberationIndicators } from '../deliberations/deliberation.indicators.ts';
import { badInput } from '../errors.ts';
import { household } from '../households/household.indicators.ts';
import type { Basis } from '../indicators/basis.ts';
import { type CountedFacts, carriedBy, type Days, type Indicator } from '../indicators/indicator.ts';
import { inspectionIndicators } from '../inspections/inspection.indicators.ts';
import { jobPlacementIndicators } from '../job-placements/job-placement.indicators.ts';
import { pairingIndicators } from '../pairings/pairing.indicators.ts';
import { patrolIndicators } from '../patrols/patrol.indicators.ts';
import { reliefIndicators } from '../relief/relief.indicators.ts';
import { requestIndicators } from '../requests/request.indicators.ts';
import type { MeasureCode } from '../summaries/measures.ts';
import { teamIndicators } from '../teams/team.indicators.ts';
import { unitIndicators } from '../units/unit.indicators.ts';
import { visitIndicators } from '../visits/visit.indicators.ts';
import { countFacts } from './count-facts.ts';

/** Everything that can be counted. */
export type AnyIndicator = Indicator<MeasureCode>;

/** Every indicator, in the order in which they are shown. A feature lists its own beside what they count. */
export const indicators: readonly AnyIndicator[] = [
  ...unitIndicators,
  ...teamIndicators,
  household,
  ...visitIndicators,
  ...requestIndicators,
  ...callIndicators,
  ...patrolIndicators,
  ...inspectionIndicators,
  ...deliberationIndicators,
  ...reliefIndicators,
  ...jobPlacementIndicators,
  ...pairingIndicators,
  ...coverageIndicators,
];

/** The indicator of a code. */
export function findIndicator(code: string): AnyIndicator | undefined {
  return indicators.find((each) => each.code === code);
}

/** The indicator that somebody asks for by its code. Errors: BAD_INPUT on `field`. */
export function requireIndicator(code: string, field: string): AnyIndicator {
  const indicator = findIndicator(code);
  if (!indicator) throw badInput(field, 'noIndicator');
  return indicator;
}

/** The indicator of a code that is stored. None is ever taken out of the list; a definition that changes is a version more. */
export function getIndicator(code: string): AnyIndicator {
  const indicator = findIndicator(code);
  if (!indicator) throw new Error(`The indicator ${code} was taken out of the registry`);
  return indicator;
}

/** The day of whose units what covers them in a period is asked: the last one of it, or today while that is ahead. */
export function lastDay(period: Days, today: string): string {
  return period.last < today ? period.last : today;
}

/** What to count of a town: in a period, or on a day; for whose units, on which basis and as of which day. */
export interface CountQuestion {
  townId: number;
  period: Days;
  on: string;
  basis: Basis;
  asOf: string;
}

/** What an indicator counts of a town on a day or in a period. */
export async function countOf(
  desk: Desk,
  indicator: AnyIndicator,
  { townId, period, on, basis, asOf }: CountQuestion,
): Promise<CountedFacts[]> {
  if (indicator.time === 'STOCK') return indicator.count(desk, { townId, on, asOf });
  if ('count' in indicator) return indicator.count(desk, { townId, period, asOf });
  const question = { townId, source: indicator.source, period, basis: carriedBy(indicator, basis), asOf };
  if (indicator.time === 'FLOW') return countFacts(desk, question);
  const [made, stock] = await Promise.all([
    countFacts(desk, question),
    indicator.to.count(desk, { townId, on: asOf, asOf }),
  ]);
  return [...made.map((each) => ({ ...each, total: 0 })), ...stock.map((each) => ({ ...each, count: 0 }))];
}
