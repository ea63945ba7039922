import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { type Measure, measures } from './measures.ts';
import { type Stock, stocks } from './stocks.ts';

/** A summary that says something else than what it sums up. */
export interface Difference {
  measure: string;
  /** The first day of the month; of a change of a stock, its day. */
  day: string;
  /** Null in a summary of the town. */
  block: string | null;
  /** How many there are. */
  facts: number;
  /** How many the summary says. */
  kept: number;
}

/** The summaries, each with its column of time and what counted anew should be in it. */
const summaries = {
  fact_summary: { day: 'month', block: sql`block_id`, anew: facts },
  town_summary: { day: 'month', block: sql`null::uuid`, anew: ofTown },
  town_change: { day: 'day', block: sql`null::uuid`, anew: changes },
} as const;
type Summary = keyof typeof summaries;

/** Where the summaries of the desk's town differ from what they sum up, counted anew. One statement. */
export async function reconcileTown(desk: Desk): Promise<Difference[]> {
  const all = Object.keys(summaries).map((summary) => differing(desk, summary as Summary));
  const { rows } = await sql<Difference>`
    select measure, day::text, block_id as block, facts, kept from (${sql.join(all, sql` union all `)}) as difference
    order by measure, day, block_id`.execute(desk.db);
  return rows;
}

/**
 * Adds to the summaries of the desk's town what they differ by. One statement a summary, so what is recorded meanwhile counts
 * in the facts and in the summary, or in neither.
 */
export async function mendTown(desk: Desk): Promise<void> {
  await sql`
    insert into fact_summary (town_id, measure, month, block_id, id, count)
    select ${desk.town}::bigint, measure, day, block_id, gen_random_uuid(), facts - kept
    from (${differing(desk, 'fact_summary')}) as difference`.execute(desk.db);
  for (const summary of ['town_summary', 'town_change'] as const) {
    await sql`
      insert into ${sql.table(summary)} (town_id, measure, ${sql.ref(summaries[summary].day)}, id, count)
      select ${desk.town}::bigint, measure, day, gen_random_uuid(), facts - kept
      from (${differing(desk, summary)}) as difference`.execute(desk.db);
  }
}

function differing(desk: Desk, summary: Summary) {
  const { day, block, anew } = summaries[summary];
  return sql`
    select coalesce(f.measure, k.measure) as measure, coalesce(f.day, k.day) as day, coalesce(f.block_id, k.block_id) as block_id,
      coalesce(f.count, 0) as facts, coalesce(k.count, 0) as kept
    from (${anew(desk)}) as f
    full join (
      select measure, ${sql.ref(day)} as day, ${block} as block_id, sum(count) as count
      from ${sql.table(summary)} where town_id = ${desk.town} group by 1, 2, 3) as k
      on k.measure = f.measure and k.day = f.day and coalesce(k.block_id, ${nobody}) = coalesce(f.block_id, ${nobody})
    where coalesce(f.count, 0) <> coalesce(k.count, 0)`;
}

/** Stands for no block where two rows are held against each other. */
const nobody = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/** The facts of the desk's town, by measure, month and block. */
function facts(desk: Desk): RawBuilder<unknown> {
  const tables = Map.groupBy(Object.entries<Measure>(measures), ([, { table, day }]) => `${table} ${day}`);
  return sql.join(
    [...tables.values()].map((told) => {
      const [[, measure] = []] = told;
      if (!measure) throw new Error('A table without a measure');
      const month = sql`date_trunc('month', ${sql.ref(measure.day)}::timestamp)::date`;
      return sql`
        select measure, ${month} as day, block_id, count(*) as count
        from ${sql.table(measure.table)} cross join lateral (values ${valuesOf(told)}) as told (measure, holds)
        where town_id = ${desk.town} and holds group by measure, ${month}, block_id`;
    }),
    sql` union all `,
  );
}

/** What the desk's town has from a day on, more than before, by stock and day. */
function changes(desk: Desk): RawBuilder<unknown> {
  const tables = Map.groupBy(Object.entries(stocks), ([, { table }]) => table);
  return sql.join(
    [...tables].map(
      ([table, told]) => sql`
        select measure, day, null::uuid as block_id, sum(change) as count
        from ${sql.table(table)} as version cross join lateral (values ${valuesOf(told)}) as told (measure, holds)
          cross join lateral (values (valid_from, 1), (valid_to, -1)) as edge (day, change)
        where town_id = ${desk.town} and holds and day is not null group by measure, day having sum(change) <> 0`,
    ),
    sql` union all `,
  );
}

/** Both, by month, of the town as a whole. */
function ofTown(desk: Desk): RawBuilder<unknown> {
  return sql`
    select measure, date_trunc('month', day::timestamp)::date as day, null::uuid as block_id, sum(count) as count
    from (${facts(desk)} union all ${changes(desk)}) as each
    group by measure, date_trunc('month', day::timestamp) having sum(count) <> 0`;
}

function valuesOf(told: readonly (readonly [string, Measure | Stock])[]) {
  return sql.join(told.map(([code, { holds }]) => sql`(${sql.lit(code)}, ${sql.raw(holds)})`));
}
