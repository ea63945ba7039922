import type { Desk } from '../db/door.ts';
import type { CountedFacts } from '../indicators/indicator.ts';
import { carry } from '../units/carry.ts';
import { historyOf } from '../units/history.ts';
import { pathOf } from '../units/path-of.ts';
import { groupFacts } from './fact-groups.ts';
import type { FactQuestion } from './fact-question.ts';

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
