import { type CoverageQuestion, countedOrganizations } from '../coverage-rates/count-coverage.ts';
import { coverageAsked } from '../coverage-rates/coverage.indicators.ts';
import { columns } from '../coverage-rates/rates.ts';
import type { Desk } from '../db/door.ts';
import { groupFacts } from '../figures/fact-groups.ts';
import type { FactQuestion } from '../figures/fact-question.ts';
import { sumOf } from '../figures/figure-of.ts';
import { type AnyIndicator, getIndicator, lastDay } from '../figures/indicators.ts';
import { totalOfTown } from '../figures/town-total.ts';
import type { Days, Total } from '../indicators/indicator.ts';
import { dayOf } from '../today.ts';
import { carry } from '../units/carry.ts';
import { historyOf } from '../units/history.ts';
import { pathOf } from '../units/path-of.ts';

/** Of what to say what the records give: of an indicator, in a town or a unit of it, of all organisations or those of a kind. */
export interface DerivedKey extends Days {
  townId: number;
  indicator: string;
  unit: string | null;
  kind: string | null;
}

/** A key with the day on which there is what it counts, and for whose units: the last one, or today while that is ahead. */
type Asked = DerivedKey & { on: string; counts: AnyIndicator };

/**
 * Batch of what the records give today for figures of periods, for the units of the last day of each. A number of statements that
 * grows with the tables that are counted, and not with the figures, the periods or the towns.
 */
export async function derivedOf(desk: Desk, keys: readonly DerivedKey[]): Promise<Total[]> {
  const today = dayOf(desk.now);
  const asked = keys.map((key): Asked => ({ ...key, on: lastDay(key, today), counts: getIndicator(key.indicator) }));
  const facts = asked.filter(ofFacts);
  const made = new Map(
    await Promise.all(bySource(facts).map((some) => countFactsOf(desk, some))).then((all) => all.flat()),
  );
  return Promise.all(asked.map(async (each) => ({ ...(await standingOf(desk, each)), ...made.get(each) })));
}

/** Whether it counts facts of a unit: those are counted together. Whole towns have sums of whole months. */
function ofFacts({ unit, counts }: Asked): boolean {
  return unit !== null && 'source' in counts;
}

function bySource(asked: readonly Asked[]): Asked[][] {
  return [...Map.groupBy(asked, ({ counts }) => JSON.stringify('source' in counts && counts.source)).values()];
}

/** What there is on the day; of a rate to what there is, among how many; of facts of a unit nothing. */
async function standingOf(desk: Desk, { townId, unit, kind, counts, first, last, on }: Asked): Promise<Total> {
  const period = { first, last };
  if (kind !== null) return organizationsOf(desk, { townId, on, basis: 'AS_OF', asOf: on }, counts, unit, kind);
  if (unit === null) {
    const total = await totalOfTown(desk, counts, { townId, period, on });
    if (total) return total;
  }
  const stock = 'count' in counts ? counts : 'to' in counts ? counts.to : undefined;
  const counted = (await stock?.count(desk, { townId, period, on, asOf: on })) ?? [];
  return sumOf(unit === null ? counted : counted.filter(({ path }) => path.includes(unit)));
}

/** How many organisations of a kind there are, or how many of them a rate counts. */
async function organizationsOf(
  desk: Desk,
  question: CoverageQuestion,
  { code }: AnyIndicator,
  unit: string | null,
  kind: string,
): Promise<Total> {
  const rate = coverageAsked(code)?.rate ?? null;
  const some = (await desk.load(countedOrganizations, question)).filter(
    ({ organization, path }) => organization.kind_id === kind && (unit === null || path.includes(unit)),
  );
  const count = rate === null ? some : some.filter(({ organization }) => organization[columns[rate]]);
  return { count: count.length, total: some.length };
}

/** The facts of one source that count for units in whole months, all read at once from the first of these to the last. */
async function countFactsOf(desk: Desk, asked: readonly Asked[]): Promise<[Asked, Partial<Total>][]> {
  const days = asked.map(({ on }) => on).sort();
  const period = {
    first: asked.map(({ first }) => first).sort()[0] ?? '',
    last:
      asked
        .map(({ last }) => last)
        .sort()
        .at(-1) ?? '',
  };
  const steps = { by: 'MONTH' as const, asOf: days };
  const counted = await Promise.all(
    [...Map.groupBy(asked, ({ townId }) => townId)].map(async ([townId, some]) => {
      const { counts } = some[0] ?? {};
      if (!counts || !('source' in counts)) return [];
      const { source } = counts;
      const question: FactQuestion = { townId, source, period, basis: 'AS_OF', asOf: days.at(-1) ?? '', steps };
      const [groups, history] = await Promise.all([desk.load(groupFacts, question), desk.load(historyOf, townId)]);
      return some.map((each): [Asked, Partial<Total>] => {
        const own = groups.filter(({ step, ...fact }) => {
          if (step === null || step < each.first || step > each.last || each.unit === null) return false;
          return pathOf(history.timeline, carry(history, fact, each.on), each.on).includes(each.unit);
        });
        const { count, total } = sumOf(own);
        // A rate to what there is on the day counts among that.
        return [each, 'to' in each.counts ? { count } : { count, total }];
      });
    }),
  );
  return counted.flat();
}
