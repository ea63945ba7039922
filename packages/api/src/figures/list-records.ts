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
  const counted = await Promise.all(
    keys.map(({ question, unit, counted: own }) => listFacts(desk, question, unit, own)),
  );
  const alike = Map.groupBy(keys.keys(), (at) => JSON.stringify([keys[at]?.question, keys[at]?.counted]));
  const listed: string[][] = keys.map(() => []);
  for (const places of alike.values()) {
    const [first] = places.flatMap((at) => keys[at] ?? []);
    if (!first) continue;
    const ids = new Set(places.flatMap((at) => counted[at] ?? []));
    const visible = await inReach(desk, first, [...ids]);
    for (const at of places) {
      const own = new Set(counted[at]);
      listed[at] = visible.filter((id) => own.has(id));
    }
  }
  return listed;
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
