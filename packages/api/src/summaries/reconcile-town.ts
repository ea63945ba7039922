import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { type Measure, measures } from './measures.ts';

/** A block and month of which the summary says something else than its facts. */
export interface Difference {
  measure: string;
  month: string;
  block: string;
  /** How many facts there are. */
  facts: number;
  /** How many the summary says. */
  kept: number;
}

/** Where the summaries of the desk's town differ from its facts, counted anew. One statement. */
export async function reconcileTown(desk: Desk): Promise<Difference[]> {
  const { rows } = await sql<Difference>`${differing(desk)} order by measure, month, block`.execute(desk.db);
  return rows;
}

/**
 * Adds to the summaries of the desk's town what they differ by. One statement, so what is recorded meanwhile counts in
 * the facts and in the summary, or in neither.
 */
export async function mendTown(desk: Desk): Promise<void> {
  await sql`
    insert into fact_summary (town_id, measure, month, block_id, id, count)
    select ${desk.town}::bigint, measure, month::date, block, gen_random_uuid(), facts - kept
    from (${differing(desk)}) as difference`.execute(desk.db);
}

function differing(desk: Desk) {
  const tables = Map.groupBy(Object.entries<Measure>(measures), ([, { table, day }]) => `${table} ${day}`);
  const counted = [...tables.values()].map((told) => countedAnew(desk, told));
  return sql`
    select measure, month::text, block_id as block, coalesce(facts.count, 0) as facts, coalesce(kept.count, 0) as kept
    from (${sql.join(counted, sql` union all `)}) as facts
    full join (
      select measure, month, block_id, sum(count) as count from fact_summary where town_id = ${desk.town}
      group by measure, month, block_id) as kept using (measure, month, block_id)
    where coalesce(facts.count, 0) <> coalesce(kept.count, 0)`;
}

/** The facts of one table in the desk's town, by measure, month and block. */
function countedAnew(desk: Desk, told: readonly (readonly [string, Measure])[]) {
  const [[, measure] = []] = told;
  if (!measure) throw new Error('A table without a measure');
  const values = told.map(([code, { holds }]) => sql`(${sql.lit(code)}, ${sql.raw(holds)})`);
  const month = sql`date_trunc('month', ${sql.ref(measure.day)}::timestamp)::date`;
  return sql`
    select measure, ${month} as month, block_id, count(*) as count
    from ${sql.table(measure.table)} cross join lateral (values ${sql.join(values)}) as told (measure, holds)
    where town_id = ${desk.town} and holds group by measure, ${month}, block_id`;
}
