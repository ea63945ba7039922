import type { Desk } from '../db/door.ts';
import { carry, pathOf } from './carry.ts';
import { groupFacts } from './fact-groups.ts';
import type { FactQuestion } from './fact-question.ts';
import { historyOf } from './history.ts';

/** Facts with the units for which they count, the nearest first; those that count for the town alone have none. */
export interface CountedFacts {
  path: readonly string[];
  count: number;
  /** Of a rate, how many it counts among; else the same. */
  total: number;
}

/**
 * Counts facts on a basis. The same facts are counted on each; only the units for which they count differ. Four
 * statements, whatever the number of facts, restructurings, units and towns.
 */
export async function countFacts(desk: Desk, question: FactQuestion): Promise<CountedFacts[]> {
  const history = await desk.load(historyOf, question.townId);
  const counted = new Map<string, { unit: string | null; day: string; count: number; total: number }>();
  for (const { block, household, day, count, total } of await desk.load(groupFacts, question)) {
    const target = question.basis === 'AS_RECORDED' ? day : question.asOf;
    const unit = carry(history, { block, household, day }, target);
    const known = counted.get(`${unit} ${target}`);
    if (known) {
      known.count += count;
      known.total += total;
    } else counted.set(`${unit} ${target}`, { unit, day: target, count, total });
  }
  return [...counted.values()].map(({ unit, day, ...counts }) => ({
    path: pathOf(history.timeline, unit, day),
    ...counts,
  }));
}
