import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { withinReach } from '../households/within-reach.ts';
import { visibleTo } from '../requests/visible-requests.ts';
import { type Measure, measures } from '../summaries/measures.ts';
import type { FactQuestion } from './fact-question.ts';
import { listFacts } from './list-facts.ts';

/** Which records of a figure: those that it counts for a unit, or with null for the town. */
export interface RecordsKey {
  actor: Actor;
  question: FactQuestion;
  unit: string | null;
  /** Of a rate: those in its numerator, or those that only its denominator counts. */
  counted: boolean;
}

/**
 * Batch of the ids of the facts that figures of the desk's town count, the latest first, as far as an actor may see them.
 * For each question a number of statements that grows neither with the facts nor with the units.
 */
export async function listRecords(desk: Desk, keys: readonly RecordsKey[]): Promise<string[][]> {
  const alike = Map.groupBy(keys, ({ question, counted }) => JSON.stringify([question, counted]));
  const listed = new Map<RecordsKey, string[]>();
  for (const some of alike.values()) {
    const [first] = some;
    if (!first) continue;
    const facts = await Promise.all(
      some.map(async (key) => new Set(await listFacts(desk, key.question, key.unit, key.counted))),
    );
    const visible = await inReach(desk, first, [...new Set(facts.flatMap((ids) => [...ids]))]);
    for (const [index, key] of some.entries())
      listed.set(
        key,
        visible.filter((id) => facts[index]?.has(id)),
      );
  }
  return keys.map((key) => listed.get(key) ?? []);
}

/** Those of some records that somebody may see, the latest first. */
async function inReach(desk: Desk, { actor, question }: RecordsKey, ids: readonly string[]): Promise<string[]> {
  const { table, day }: Measure = measures[question.source.counts];
  const within =
    table === 'request'
      ? await visibleTo(desk, actor)
      : await withinReach(desk, actor, 'visit:read', sql`r.household_id`);
  const { rows } = await sql<{ id: string }>`
    select r.id from ${sql.table(table)} r
    where r.town_id = ${desk.town} and r.id = any(${[...ids]}::uuid[]) and ${within}
    order by r.${sql.ref(day)} desc, r.id desc`.execute(desk.db);
  return rows.map((row) => row.id);
}
