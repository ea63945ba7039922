import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { loadOnce } from '../db/load-once.ts';
import { withinReach } from '../households/within-reach.ts';
import { visibleTo } from '../requests/visible-requests.ts';
import { carry, pathOf } from './carry.ts';
import { type FactQuestion, readGroups } from './fact-groups.ts';
import { historyOf } from './history.ts';

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
  const counted = await Promise.all(keys.map((key) => countedFor(desk, key)));
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

/** The ids of all facts that a figure counts for a unit. Four statements a question, whatever the number of units. */
async function countedFor(desk: Desk, { question, unit, counted }: RecordsKey): Promise<string[]> {
  const groups = await loadOnce(desk, ['records', question, counted], () => groupRecords(desk, question, counted));
  return groups.flatMap(({ ids, path }) => (unit === null || path.includes(unit) ? ids : []));
}

async function groupRecords(desk: Desk, question: FactQuestion, counted: boolean) {
  const { townId, source, basis, asOf } = question;
  const history = await desk.load(historyOf, townId);
  const rate = sql.raw(source.rate ?? 'true');
  const told = sql`array_agg(id) filter (where ${counted ? rate : sql`not coalesce(${rate}, false)`}) as ids`;
  const span = { ...question, from: asOf, to: asOf };
  const groups = await readGroups<{ ids: string[] | null }>(desk, span, new Map([[townId, history]]), told);
  return groups.map(({ ids, ...fact }) => {
    const target = basis === 'AS_RECORDED' ? fact.day : asOf;
    return { ids: ids ?? [], path: pathOf(history.timeline, carry(history, fact, target), target) };
  });
}

/** Those of some records that somebody may see, the latest first. */
async function inReach(desk: Desk, { actor, question }: RecordsKey, ids: readonly string[]): Promise<string[]> {
  const { table, day } = question.source;
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
