import type { Desk } from '../db/door.ts';
import { groupFacts } from '../figures/fact-groups.ts';
import type { FactQuestion } from '../figures/fact-question.ts';
import { type AnyIndicator, getIndicator, lastDay } from '../figures/indicators.ts';
import type { CountedFacts, Days } from '../indicators/indicator.ts';
import { dayOf } from '../today.ts';
import { carry } from '../units/carry.ts';
import { historyOf } from '../units/history.ts';
import { pathOf } from '../units/path-of.ts';

/** An indicator of a town in a period of whole months, or, of what there is, on any day. */
export interface CountedKey extends Days {
  townId: number;
  indicator: string;
}

/** A key with the day on which there is what it counts, and for whose units: the last one, or today while that is ahead. */
interface Asked extends CountedKey {
  on: string;
  counts: AnyIndicator;
}

type OfFacts = Asked & { counts: AnyIndicator & { source: FactQuestion['source'] } };

/**
 * Batch of what indicators count in periods, for the units of the last day of each. A number of statements that grows with the
 * sources of what is counted, and not with the periods, the towns or what there is in them.
 */
export async function countedInPeriods(desk: Desk, keys: readonly CountedKey[]): Promise<CountedFacts[][]> {
  const today = dayOf(desk.now);
  const asked = keys.map((key): Asked => ({ ...key, on: lastDay(key, today), counts: getIndicator(key.indicator) }));
  const bySource = Map.groupBy(asked.filter(ofFacts), ({ counts }) => JSON.stringify(counts.source));
  const [standing, ...facts] = await Promise.all([
    Promise.all(asked.map((each) => standingOf(desk, each))),
    ...[...bySource.values()].map((some) => factsOf(desk, some)),
  ]);
  const made = new Map(facts.flat());
  return asked.map((each, index) => [...(made.get(each) ?? []), ...(standing[index] ?? [])]);
}

function ofFacts(asked: Asked): asked is OfFacts {
  return 'source' in asked.counts;
}

/** What there is on the day; of what is counted to what there is, among how many. */
async function standingOf(desk: Desk, { townId, first, last, counts, on }: Asked): Promise<CountedFacts[]> {
  const question = { townId, period: { first, last }, on, asOf: on };
  if ('count' in counts) return counts.count(desk, question);
  if (!('to' in counts)) return [];
  return (await counts.to.count(desk, question)).map((each) => ({ ...each, count: 0 }));
}

/** The facts of one source that count in months, all read at once from the first of these to the last. */
async function factsOf(desk: Desk, asked: readonly OfFacts[]): Promise<[Asked, CountedFacts[]][]> {
  const [{ counts } = { counts: undefined }] = asked;
  if (!counts) return [];
  const [firsts, lasts, days] = [
    asked.map(({ first }) => first).sort(),
    asked.map(({ last }) => last).sort(),
    asked.map(({ on }) => on).sort(),
  ];
  const question = {
    source: counts.source,
    period: { first: firsts[0] ?? '', last: lasts.at(-1) ?? '' },
    basis: 'AS_OF' as const,
    asOf: days.at(-1) ?? '',
    steps: { by: 'MONTH' as const, asOf: days },
  };
  const byTown = await Promise.all(
    [...Map.groupBy(asked, ({ townId }) => townId)].map(async ([townId, some]) => {
      const [groups, history] = await Promise.all([
        desk.load(groupFacts, { ...question, townId }),
        desk.load(historyOf, townId),
      ]);
      return some.map((each): [Asked, CountedFacts[]] => {
        const own = groups.filter(({ step }) => step !== null && step >= each.first && step <= each.last);
        const counted = own.map((fact) => ({
          path: pathOf(history.timeline, carry(history, fact, each.on), each.on),
          count: fact.count,
          total: 'to' in each.counts ? 0 : fact.total,
        }));
        return [each, counted];
      });
    }),
  );
  return byTown.flat();
}
