import { Migration } from '@mikro-orm/migrations';
import { type Summarized, summarize, summarizePast } from './summarize.ts';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofDistrict = `town_id = any ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;

const handled = `state in ('HANDLED', 'CLOSED')`;

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
