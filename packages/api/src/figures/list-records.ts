import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { withinReach } from '../households/within-reach.ts';
import { visibleTo } from '../requests/visible-requests.ts';
import { type Measure, measures } from '../summaries/measures.ts';
import type { FactQuestion } from './fact-question.ts';
import { inTown, listFacts } from './list-facts.ts';

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
    const { question, counted } = first;
    const facts = await Promise.all(
      some.map(async ({ unit }) => unit && new Set(await listFacts(desk, question, unit, counted))),
    );
    const which = some.some(({ unit }) => unit === null)
      ? inTown(question, counted)
      : sql`id = ${anyOf(new Set(facts.flatMap((ids) => [...(ids ?? [])])))}`;
    const visible = await inReach(desk, first, which);
    for (const [index, key] of some.entries()) {
      const own = facts[index];
      listed.set(key, own ? visible.filter((id) => own.has(id)) : visible);
    }
  }
  return keys.map((key) => listed.get(key) ?? []);
}

/** Those of some records that somebody may see, the latest first. */
async function inReach(desk: Desk, { actor, question }: RecordsKey, which: RawBuilder<unknown>): Promise<string[]> {
  const { table, day }: Measure = measures[question.source.counts];
  const within =
    table === 'request'
      ? await visibleTo(desk, actor)
      : await withinReach(desk, actor, 'visit:read', sql`r.household_id`);
  const { rows } = await sql<{ id: string }>`
    select r.id from ${sql.table(table)} r
    where r.town_id = ${desk.town} and ${which} and ${within}
    order by r.${sql.ref(day)} desc, r.id desc`.execute(desk.db);
  return rows.map((row) => row.id);
}
