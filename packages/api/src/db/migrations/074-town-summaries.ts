import { Migration } from '@mikro-orm/migrations';
import { keepStocks, keepSums, sumTowns, type Tallied, tallyPast } from './keep-sums.ts';
import type { Summarized } from './summarize.ts';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofDistrict = `town_id = any ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;

const contact = 'withdrawn_at is null and not again';
const request = `state <> 'WITHDRAWN'`;
const reported = `${request} and source <> 'ONLINE'`;
const handled = `state in ('HANDLED', 'CLOSED')`;
const call = `state <> 'WITHDRAWN'`;
const suggestion = "not withdrawn and kind = 'SUGGESTION'";
const either = (requests: string, itself: string) =>
  `case when state = 'REQUESTED' then requests > 0 and ${requests} = requests else ${itself} end`;

const facts: Summarized[] = [
  {
    table: 'visit',
    day: 'visited_on',
    measures: { contact, 'contact-record': `${contact} and record_faults = '{}'` },
  },
  {
    table: 'request',
    day: 'raised_on',
    measures: {
      request,
      'request-reported': reported,
      'request-promptness': `${reported} and reported_in_time`,
      'request-completion': `${request} and ${handled}`,
      'request-follow-up': `${request} and satisfaction is not null`,
      'request-satisfaction': `${request} and satisfaction in ('SATISFIED', 'FAIRLY')`,
      'request-grassroots': `${request} and ${handled} and level in ('BLOCK', 'COMMITTEE')`,
    },
  },
  {
    table: 'call',
    day: 'called_on',
    measures: {
      call,
      'call-completion': `${call} and ${either('requests_handled', `state in ('ANSWERED', 'CLOSED')`)}`,
      'call-follow-up': `${call} and ${either('requests_followed', 'satisfaction is not null')}`,
      'call-satisfaction': `${call} and ${either('requests_content', `coalesce(satisfaction in ('SATISFIED', 'FAIRLY'), false)`)}`,
    },
  },
  { table: 'patrol', day: 'patrolled_on', measures: { 'patrol-round': 'withdrawn_at is null' } },
  {
    table: 'patrol_finding',
    day: 'patrolled_on',
    measures: { 'patrol-suggestion': suggestion, 'patrol-suggestion-acted-on': `${suggestion} and acted_on` },
  },
];

const kinds = ['SERVICE_AREA', 'COMMUNITY', 'VILLAGE', 'COMMITTEE', 'SPECIAL_AREA', 'PARK', 'BLOCK', 'BUILDING'];
const geographic = (unit: string) =>
  `superseded_at is null and exists (select from public.unit u where u.town_id = version.town_id and u.id = version.${unit} and u.overlay_id is null)`;

const stocks: Tallied[] = [
  { table: 'household_block', stocks: { household: 'superseded_at is null and overlay_id is null' } },
  { table: 'team_version', stocks: { team: geographic('block_id') } },
  {
    table: 'unit_version',
    stocks: Object.fromEntries(
      kinds.map((kind) => [kind.toLowerCase().replaceAll('_', '-'), `kind = '${kind}' and ${geographic('unit_id')}`]),
    ),
  },
];

/**
 * Summaries of whole towns, so that a dashboard of all towns reads rows of towns and none of blocks or households: facts by
 * month, and by how many more from a day on there are households, teams and units of each kind.
 */
export class TownSummaries extends Migration {
  override up(): void {
    this.addSql(
      'create table "town_summary" ("town_id" bigint not null, "measure" text not null, "month" date not null, "id" uuid not null, "count" int not null, primary key ("town_id", "measure", "month", "id"))',
    );
    this.addSql(
      'create table "town_change" ("town_id" bigint not null, "measure" text not null, "day" date not null, "id" uuid not null, "count" int not null, primary key ("town_id", "measure", "day", "id"))',
    );
    for (const each of facts) {
      for (const statement of [...keepSums(each), ...sumTowns(each)]) this.addSql(statement);
    }
    for (const each of stocks) {
      for (const statement of [...keepStocks(each), ...tallyPast(each)]) this.addSql(statement);
    }
    for (const table of ['town_summary', 'town_change']) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
      this.addSql(`create policy "district_reads" on "${table}" for select to "app_district" using (${ofDistrict})`);
      this.addSql(`create policy "platform_reads" on "${table}" for select to "app_platform" using (true)`);
      this.addSql(`grant select, insert, delete on ${table} to app_town`);
      this.addSql(`grant select on ${table} to app_district, app_platform`);
    }
  }
}
