import type { Summarized } from './summarize.ts';

/**
 * The statements that have a table of facts keep its sums, as `summarize` did before 074: each change of a row adds what it
 * takes from its month and what it brings to it, for its block and for its town. For every migration that makes a table of
 * facts, or says anew what counts; where there are rows, `summarizePast` (summarize.ts) and then `sumTowns` follow.
 */
export function keepSums({ table, day, measures }: Summarized): string[] {
  return [
    `create or replace function app.summarize_${table}() returns trigger language plpgsql as $$
    begin
      with changed as (
        select town_id, measure, date_trunc('month', ${day}::timestamp)::date as month, block_id, sum(change) as count
        from (select 1 as change, new.* union all select -1, old.*) as fact,
          lateral (values ${toldOf(measures)}) as told (measure, holds)
        where town_id is not null and holds
        group by town_id, measure, date_trunc('month', ${day}::timestamp), block_id having sum(change) <> 0
      ), of_town as (
        insert into public.town_summary (town_id, measure, month, id, count)
        select town_id, measure, month, gen_random_uuid(), sum(count) from changed
        group by town_id, measure, month having sum(count) <> 0
      )
      insert into public.fact_summary (town_id, measure, month, block_id, id, count)
      select town_id, measure, month, block_id, gen_random_uuid(), count from changed;
      return null;
    end $$`,
    `create or replace trigger summarize after insert or update or delete on "${table}" for each row execute function app.summarize_${table}()`,
  ];
}

/** The statements that sum up towns anew, by what the summaries of their blocks say. */
export function sumTowns({ measures }: Pick<Summarized, 'measures'>): string[] {
  const tables = ['fact_summary', 'town_summary'];
  const codes = codesOf(measures);
  return [
    ...tables.map((each) => `alter table "${each}" no force row level security`),
    `delete from town_summary where measure in (${codes})`,
    `insert into town_summary (town_id, measure, month, id, count)
     select town_id, measure, month, gen_random_uuid(), sum(count) from fact_summary
     where measure in (${codes}) group by town_id, measure, month having sum(count) <> 0`,
    ...tables.map((each) => `alter table "${each}" force row level security`),
  ];
}

/** Of a table with a town and dates from and to which its rows hold: which of them are in stock, as conditions on a `version`. */
export interface Tallied {
  table: string;
  stocks: Readonly<Record<string, string>>;
}

const events = { insert: ['new'], update: ['new', 'old'], delete: ['old'] } as const;

/**
 * The statements that have a dated table keep its stocks: each statement that changes it adds, day by day and month by month,
 * how many more of a stock there are from a day on. By statement, not by row: an import and a restructuring write thousands.
 */
export function keepStocks({ table, stocks }: Tallied): string[] {
  return Object.entries(events).flatMap(([event, sides]) => {
    const rows = sides.map((side) => `select ${side === 'new' ? 1 : -1} as sign, * from ${side}_rows`);
    const referencing = sides.map((side) => `${side} table as ${side}_rows`).join(' ');
    return [
      `create or replace function app.tally_${event}_${table}() returns trigger language plpgsql as $$
      begin
        with changed as (${changesOf(`(${rows.join(' union all ')})`, stocks)}), of_month as (
          insert into public.town_summary (town_id, measure, month, id, count)
          select town_id, measure, date_trunc('month', day::timestamp)::date, gen_random_uuid(), sum(count) from changed
          group by town_id, measure, date_trunc('month', day::timestamp) having sum(count) <> 0
        )
        insert into public.town_change (town_id, measure, day, id, count)
        select town_id, measure, day, gen_random_uuid(), count from changed;
        return null;
      end $$`,
      `create or replace trigger tally_${event} after ${event} on "${table}" referencing ${referencing} for each statement execute function app.tally_${event}_${table}()`,
    ];
  });
}

/** The statements that tally the rows that a dated table has. The owner of the tables may have to step past row-level security. */
export function tallyPast({ table, stocks }: Tallied): string[] {
  const tables = [table, 'unit', 'town_summary', 'town_change'];
  const codes = codesOf(stocks);
  return [
    ...tables.map((each) => `alter table "${each}" no force row level security`),
    ...['town_summary', 'town_change'].map((each) => `delete from ${each} where measure in (${codes})`),
    `insert into town_change (town_id, measure, day, id, count)
     select town_id, measure, day, gen_random_uuid(), count
     from (${changesOf(`(select 1 as sign, * from "${table}")`, stocks)}) as changed`,
    `insert into town_summary (town_id, measure, month, id, count)
     select town_id, measure, date_trunc('month', day::timestamp)::date, gen_random_uuid(), sum(count) from town_change
     where measure in (${codes}) group by town_id, measure, date_trunc('month', day::timestamp) having sum(count) <> 0`,
    ...tables.map((each) => `alter table "${each}" force row level security`),
  ];
}

/** How many more of each stock there are from a day on, told by rows with a sign. */
function changesOf(rows: string, stocks: Tallied['stocks']): string {
  return `select town_id, measure, day, sum(change) as count
    from ${rows} as version, lateral (values ${toldOf(stocks)}) as told (measure, holds),
      lateral (values (valid_from, sign), (valid_to, -sign)) as edge (day, change)
    where holds and day is not null
    group by town_id, measure, day having sum(change) <> 0`;
}

function codesOf(conditions: Readonly<Record<string, string>>): string {
  return Object.keys(conditions)
    .map((code) => `'${code}'`)
    .join(', ');
}

function toldOf(conditions: Readonly<Record<string, string>>): string {
  return Object.entries(conditions)
    .map(([code, holds]) => `('${code}', ${holds})`)
    .join(', ');
}
