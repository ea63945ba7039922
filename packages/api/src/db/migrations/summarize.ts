/** Of a table with a town and a block, what is counted by which day: codes, and conditions on a row. */
export interface Summarized {
  table: string;
  day: string;
  measures: Readonly<Record<string, string>>;
}

/**
 * The statements that have a table keep its measures: each change of a row adds what it takes from its block and month and
 * what it brings to them; where there are rows, `summarizePast` follows. As the migrations up to 051 have it, and no new one:
 * a table that is summed up so has no sums of towns any more. New ones use `keepSums` (keep-sums.ts).
 */
export function summarize({ table, day, measures }: Summarized): string[] {
  const told = Object.entries(measures).map(([code, holds]) => `('${code}', ${holds})`);
  return [
    `create or replace function app.summarize_${table}() returns trigger language plpgsql as $$
    begin
      insert into public.fact_summary (town_id, measure, month, block_id, id, count)
      select town_id, measure, date_trunc('month', ${day}::timestamp)::date, block_id, gen_random_uuid(), sum(change)
      from (select 1 as change, new.* union all select -1, old.*) as fact,
        lateral (values ${told.join(', ')}) as told (measure, holds)
      where town_id is not null and holds
      group by town_id, measure, date_trunc('month', ${day}::timestamp), block_id having sum(change) <> 0;
      return null;
    end $$`,
    `create or replace trigger summarize after insert or update or delete on "${table}" for each row execute function app.summarize_${table}()`,
  ];
}

/** The statements that sum up blocks anew, by the rows that a table has. The owner of the tables may have to step past row-level security. */
export function summarizePast({ table, day, measures }: Summarized): string[] {
  const told = Object.entries(measures).map(([code, holds]) => `('${code}', ${holds})`);
  const tables = [table, 'fact_summary'];
  return [
    ...tables.map((each) => `alter table "${each}" no force row level security`),
    `delete from fact_summary where measure in (${Object.keys(measures).map((code) => `'${code}'`)})`,
    `insert into fact_summary (town_id, measure, month, block_id, id, count)
     select town_id, measure, date_trunc('month', ${day}::timestamp)::date, block_id, gen_random_uuid(), count(*)
     from "${table}", lateral (values ${told.join(', ')}) as told (measure, holds) where holds
     group by town_id, measure, date_trunc('month', ${day}::timestamp), block_id`,
    ...tables.map((each) => `alter table "${each}" force row level security`),
  ];
}
