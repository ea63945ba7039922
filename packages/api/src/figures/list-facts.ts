import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { carry, pathOf } from './carry.ts';
import { type FactQuestion, readGroups } from './fact-groups.ts';
import { historyOf } from './history.ts';

/**
 * The ids of the facts that a figure counts for a unit, or, with null, for the town: of a rate those in its numerator, or
 * those that only its denominator counts. Four statements.
 */
export async function listFacts(
  desk: Desk,
  question: FactQuestion,
  unit: string | null,
  counted: boolean,
): Promise<string[]> {
  const { townId, source, basis, asOf } = question;
  const history = await desk.load(historyOf, townId);
  const rate = sql.raw(source.rate ?? 'true');
  const told = sql`array_agg(id) filter (where ${counted ? rate : sql`not coalesce(${rate}, false)`}) as ids`;
  const span = { ...question, from: asOf, to: asOf };
  const groups = await readGroups<{ ids: string[] | null }>(desk, span, new Map([[townId, history]]), told);
  return groups.flatMap(({ ids, ...fact }) => {
    if (ids === null || unit === null) return ids ?? [];
    const target = basis === 'AS_RECORDED' ? fact.day : asOf;
    return pathOf(history.timeline, carry(history, fact, target), target).includes(unit) ? ids : [];
  });
}
