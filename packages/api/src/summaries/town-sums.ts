import { sql } from 'kysely';
import { townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';

/** Facts of which measure, of which town, in which whole months: from the first day of one to that after the last day of another. */
export interface FactsKey {
  townId: number;
  measure: string;
  first: string;
  past: string;
}

/** Batch of how many facts towns have in whole months, from their summaries. One statement. */
export async function factsOfTowns(desk: Desk, keys: readonly FactsKey[]): Promise<number[]> {
  const periods = [...new Map(keys.map(({ first, past }) => [`${first} ${past}`, { first, past }])).values()];
  const [from, to] = [
    periods.map(({ first }) => first).sort()[0],
    periods
      .map(({ past }) => past)
      .sort()
      .at(-1),
  ];
  const { rows } = await sql<FactsKey & { count: number }>`
    select town_id as "townId", measure, first::text, past::text, sum(count)::int as count
    from unnest(${periods.map(({ first }) => first)}::date[], ${periods.map(({ past }) => past)}::date[]) as period (first, past)
    join town_summary on month >= first and month < past
    where town_id = any(${townsOf(keys)}::bigint[]) and measure = any(${measuresOf(keys)}::text[])
      and month >= ${from} and month < ${to}
    group by town_id, measure, first, past`.execute(desk.db);
  const nameOf = ({ townId, measure, first, past }: FactsKey) => `${townId} ${measure} ${first} ${past}`;
  const counts = new Map(rows.map((row) => [nameOf(row), row.count]));
  return keys.map((key) => counts.get(nameOf(key)) ?? 0);
}

/** A stock of which town on which day. */
export interface StockKey {
  townId: number;
  stock: string;
  on: string;
}

/** Batch of how much of a stock towns have on days, from their summaries: whole months before it, and days of its own. One statement. */
export async function stockOfTowns(desk: Desk, keys: readonly StockKey[]): Promise<number[]> {
  const days = [...new Set(keys.map(({ on }) => on))];
  const measures = [...new Set(keys.map(({ stock }) => stock))];
  const kept = sql`town_id = any(${townsOf(keys)}::bigint[]) and measure = any(${measures}::text[])`;
  const [from = '', to] = [days.sort()[0], days.at(-1)];
  const { rows } = await sql<StockKey & { count: number }>`
    with asked as (select "on", date_trunc('month', "on"::timestamp)::date as month from unnest(${days}::date[]) as day ("on"))
    select town_id as "townId", measure as stock, "on"::text, sum(count)::int as count from (
      select town_id, measure, "on", count from asked join town_summary s on s.month < asked.month
      where ${kept} and s.month < ${to}
      union all
      select town_id, measure, "on", count from asked join town_change on day >= month and day <= "on"
      where ${kept} and day >= ${`${from.slice(0, 7)}-01`} and day <= ${to}
    ) as told group by town_id, measure, "on"`.execute(desk.db);
  const nameOf = ({ townId, stock, on }: StockKey) => `${townId} ${stock} ${on}`;
  const counts = new Map(rows.map((row) => [nameOf(row), row.count]));
  return keys.map((key) => counts.get(nameOf(key)) ?? 0);
}

function measuresOf(keys: readonly FactsKey[]): string[] {
  return [...new Set(keys.map(({ measure }) => measure))];
}
