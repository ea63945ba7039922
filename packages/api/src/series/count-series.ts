import type { Desk } from '../db/door.ts';
import { groupFacts } from '../figures/fact-groups.ts';
import type { FactQuestion, Step } from '../figures/fact-question.ts';
import { sumOf } from '../figures/figure-of.ts';
import type { AnyIndicator } from '../figures/indicators.ts';
import { totalOfTown } from '../figures/town-total.ts';
import type { Basis } from '../indicators/basis.ts';
import { carriedBy, type Days, type Total } from '../indicators/indicator.ts';
import { carry } from '../units/carry.ts';
import { historyOf } from '../units/history.ts';
import { pathOf } from '../units/path-of.ts';

/** A step of a series: its days, the day on which a stock is counted, and the day for whose units. */
export interface Point {
  period: Days;
  on: string;
  asOf: string;
}

/** What to count step by step: of a unit, or with null of the whole town. */
export interface SeriesQuestion {
  townId: number;
  unitUuid: string | null;
  by: Step;
  basis: Basis;
  points: readonly Point[];
}

/**
 * What an indicator counts in each step, as a figure of each would. A number of statements that does not grow with the steps.
 */
export function countSeries(desk: Desk, indicator: AnyIndicator, question: SeriesQuestion): Promise<Total[]> {
  const { townId, unitUuid, points } = question;
  if (unitUuid !== null) return countUnit(desk, indicator, question, unitUuid);
  return Promise.all(
    points.map(async ({ period, on, asOf }) => {
      const total = await totalOfTown(desk, indicator, { townId, period, on });
      if (total) return total;
      if (!('count' in indicator)) throw new Error(`Summaries do not tell ${indicator.code}`);
      return sumOf(await indicator.count(desk, { townId, period, on, asOf }));
    }),
  );
}

async function countUnit(
  desk: Desk,
  indicator: AnyIndicator,
  question: SeriesQuestion,
  unit: string,
): Promise<Total[]> {
  const { townId, points } = question;
  const stock = 'count' in indicator ? indicator : 'to' in indicator ? indicator.to : undefined;
  const [facts, there] = await Promise.all([
    'source' in indicator ? factsOf(desk, indicator, question, unit) : new Map<string, Total>(),
    Promise.all(
      points.map(async ({ period, on, asOf }) => {
        const counted = await stock?.count(desk, { townId, period, on, asOf });
        return sumOf(counted?.filter(({ path }) => path.includes(unit)) ?? []);
      }),
    ),
  ]);
  return points.map(({ period }, index) => {
    const made = facts.get(period.first) ?? { count: 0, total: 0 };
    const stands = there[index] ?? { count: 0, total: 0 };
    if (!('source' in indicator)) return stands;
    return 'to' in indicator ? { count: made.count, total: stands.count } : made;
  });
}

/** The facts that count for a unit, by the first day of their step. */
async function factsOf(
  desk: Desk,
  indicator: AnyIndicator & { source: FactQuestion['source'] },
  { townId, by, basis: asked, points }: SeriesQuestion,
  unit: string,
): Promise<Map<string, Total>> {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return new Map();
  const basis = carriedBy(indicator, asked);
  const period = { first: first.period.first, last: last.period.last };
  const days = points.map(({ asOf }) => asOf);
  const question = { townId, source: indicator.source, period, basis, asOf: last.asOf, steps: { by, asOf: days } };
  const dayOf = new Map(points.map(({ period, asOf }) => [period.first, asOf]));
  const history = await desk.load(historyOf, townId);
  const totals = new Map<string, Total>();
  for (const { step, ...fact } of await desk.load(groupFacts, question)) {
    const target = (basis !== 'AS_RECORDED' && step !== null && dayOf.get(step)) || fact.day;
    if (step === null || !pathOf(history.timeline, carry(history, fact, target), target).includes(unit)) continue;
    const { count, total } = totals.get(step) ?? { count: 0, total: 0 };
    totals.set(step, { count: count + fact.count, total: total + fact.total });
  }
  return totals;
}
