import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofDistrict = `town_id = any ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;

const handled = `state in ('HANDLED', 'CLOSED')`;

/** Of a table with a town and a block, what is counted by which day: codes, and conditions on a row. */
interface Summarized {
  table: string;
  day: string;
  measures: Readonly<Record<string, string>>;
}

const visits: Summarized = {
  table: 'visit',
  day: 'visited_on',
  measures: { contact: 'withdrawn_at is null' },
};
const requests: Summarized = {
  table: 'request',
  day: 'raised_on',
  measures: {
    request: `state <> 'WITHDRAWN'`,
    'request-completion': handled,
    'request-follow-up': `state <> 'WITHDRAWN' and satisfaction is not null`,
    'request-satisfaction': `state <> 'WITHDRAWN' and satisfaction in ('SATISFIED', 'FAIRLY')`,
    'request-grassroots': `${handled} and level in ('BLOCK', 'COMMITTEE')`,
  },
};

/** Summaries of facts per block and month, kept in the transaction of the fact. */
export class FactSummaries extends Migration {
  override up(): void {
    this.addSql(
      'create table "fact_summary" ("town_id" bigint not null, "measure" text not null, "month" date not null, "block_id" uuid not null, "id" uuid not null, "count" int not null, primary key ("town_id", "measure", "month", "block_id", "id"))',
    );
    for (const each of [visits, requests]) {
      for (const statement of [...summarize(each), ...summarizePast(each)]) this.addSql(statement);
    }
    this.addSql('alter table "fact_summary" enable row level security');
    this.addSql('alter table "fact_summary" force row level security');
    this.addSql(`create policy "own_town" on "fact_summary" to "app_town" using (${ofTown}) with check (${ofTown})`);
    this.addSql(`create policy "district_reads" on "fact_summary" for select to "app_district" using (${ofDistrict})`);
    this.addSql('grant select, insert, delete on fact_summary to app_town');
    this.addSql('grant select on fact_summary to app_district');
  }
}

/**
 * The statements that have a table keep its measures: each change of a row adds what it takes from its block and month and
 * what it brings to them. For this migration and every later one that makes a table of facts, or says anew what counts;
 * that one then adds `summarizePast`, where there are rows.
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

/** The statements that summarize the rows that a table has already. Its owner may have to step past row-level security. */
function summarizePast({ table, day, measures }: Summarized): string[] {
  const told = Object.entries(measures).map(([code, holds]) => `('${code}', ${holds})`);
  return [
    `alter table "${table}" no force row level security`,
    `insert into fact_summary (town_id, measure, month, block_id, id, count)
     select town_id, measure, date_trunc('month', ${day}::timestamp)::date, block_id, gen_random_uuid(), count(*)
     from "${table}", lateral (values ${told.join(', ')}) as told (measure, holds) where holds
     group by town_id, measure, date_trunc('month', ${day}::timestamp), block_id`,
    `alter table "${table}" force row level security`,
  ];
}
