import { Migration } from '@mikro-orm/migrations';
import { type Summarized, summarize } from './summarize.ts';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofDistrict = `town_id = any ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;

const states = `('MISSED', 'ANSWERED', 'REQUESTED', 'REOPENED', 'CLOSED', 'WITHDRAWN')`;
const satisfactions = `('SATISFIED', 'FAIRLY', 'DISSATISFIED')`;
const account =
  '"called_at" timestamptz not null, "seconds" int null, "answered_by_id" uuid null, "household_id" uuid null, "resident_id" uuid null, "caller_name" text null, "telephone" text null, "matter" text null, "answer" text null, "about_id" uuid null';

/** What a request adds to each count of the call out of which it was raised. */
const added = {
  requests: (request: string) => `(${request}.state <> 'WITHDRAWN')::int`,
  requests_handled: (request: string) => `(${request}.state in ('HANDLED', 'CLOSED'))::int`,
  requests_followed: (request: string) =>
    `(${request}.state <> 'WITHDRAWN' and ${request}.satisfaction is not null)::int`,
  requests_content: (request: string) =>
    `(${request}.state <> 'WITHDRAWN' and coalesce(${request}.satisfaction in ('SATISFIED', 'FAIRLY'), false))::int`,
};
const set = (change: (count: (request: string) => string) => string) =>
  Object.entries(added)
    .map(([column, count]) => `${column} = call.${column} + ${change(count)}`)
    .join(', ');

/** A call counts its requests along with each of their steps; by what changes, so that none is lost of two at once. */
const countRequests = [
  `create function app.request_raised_out_of_call() returns trigger language plpgsql as $$
  begin
    update public.call set ${set((count) => count('request'))} from public.request
    where call.town_id = new.town_id and call.id = new.call_id
      and request.town_id = new.town_id and request.id = new.request_id;
    return null;
  end $$`,
  `create trigger count_requests after insert on "call_request" for each row execute function app.request_raised_out_of_call()`,
  `create function app.request_of_call_changed() returns trigger language plpgsql as $$
  begin
    update public.call set ${set((count) => `${count('new')} - ${count('old')}`)} from public.call_request made
    where made.town_id = new.town_id and made.request_id = new.id
      and call.town_id = made.town_id and call.id = made.call_id;
    return null;
  end $$`,
  `create trigger count_in_call after update on "request" for each row
   when (old.state <> new.state or old.satisfaction is distinct from new.satisfaction) execute function app.request_of_call_changed()`,
];

const either = (requests: string, call: string) =>
  `case when state = 'REQUESTED' then requests > 0 and ${requests} = requests else ${call} end`;
const calls: Summarized = {
  table: 'call',
  day: 'called_on',
  measures: {
    call: `state <> 'WITHDRAWN'`,
    'call-completion': `state <> 'WITHDRAWN' and ${either('requests_handled', `state in ('ANSWERED', 'CLOSED')`)}`,
    'call-follow-up': `state <> 'WITHDRAWN' and ${either('requests_followed', 'satisfaction is not null')}`,
    'call-satisfaction': `state <> 'WITHDRAWN' and ${either('requests_content', `coalesce(satisfaction in ('SATISFIED', 'FAIRLY'), false)`)}`,
  },
};

/** Calls to hotlines with their steps and the requests that came out of them. A district office gets what counts them. */
export class Calls extends Migration {
  override up(): void {
    this.addSql(
      'create table "call_counter" ("town_id" bigint not null, "year" int not null, "last" int not null, primary key ("town_id", "year"))',
    );
    this.addSql(
      `create table "call" ("town_id" bigint not null, "id" uuid not null, "year" int not null, "number" int not null, "hotline_id" uuid not null, "unit_id" uuid null, "block_id" uuid generated always as (coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) stored null, ${account}, "called_on" date not null, "missed" boolean not null, "state" text not null, "satisfaction" text null, "requests" int not null default 0, "requests_handled" int not null default 0, "requests_followed" int not null default 0, "requests_content" int not null default 0, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "audit_key" uuid not null, "version" int not null default 1, primary key ("town_id", "id"))`,
    );
    this.addSql('create index "call_town_id_called_at_id_index" on "call" ("town_id", "called_at", "id")');
    for (const column of [
      'hotline_id',
      'answered_by_id',
      'household_id',
      'resident_id',
      'telephone',
      'about_id',
      'unit_id',
    ]) {
      this.addSql(`create index "call_town_id_${column}_index" on "call" ("town_id", "${column}")`);
    }
    this.addSql('create index "call_town_id_called_on_block_id_index" on "call" ("town_id", "called_on", "block_id")');
    this.addSql(
      'alter table "call" add constraint "call_town_id_year_number_unique" unique ("town_id", "year", "number")',
    );
    this.addSql(
      'create table "call_request" ("town_id" bigint not null, "id" uuid not null, "call_id" uuid not null, "request_id" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "call_request_town_id_call_id_request_id_index" on "call_request" ("town_id", "call_id", "request_id")',
    );
    this.addSql(
      'alter table "call_request" add constraint "call_request_town_id_request_id_unique" unique ("town_id", "request_id")',
    );
    this.addSql(
      `create table "call_event" ("town_id" bigint not null, "id" uuid not null, "call_id" uuid not null, "seq" int not null, "step" text not null, "happened_at" timestamptz not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "state" text not null, ${account}, "text" text null, "way" text null, "satisfaction" text null, primary key ("town_id", "id"))`,
    );
    this.addSql(
      'alter table "call_event" add constraint "call_event_town_id_call_id_seq_unique" unique ("town_id", "call_id", "seq")',
    );
    const known = { answered_by: 'person', household: 'household', resident: 'resident', about: 'request' };
    for (const [table, relations] of [
      ['call', { hotline: 'hotline', unit: 'unit', ...known }],
      ['call_request', { call: 'call', request: 'request' }],
      ['call_event', { call: 'call', ...known }],
    ] as const) {
      for (const [name, other] of Object.entries(relations)) {
        this.addSql(
          `alter table "${table}" add constraint "${table}_town_id_${name}_id_foreign" foreign key ("town_id", "${name}_id") references "${other}" ("town_id", "id") on update no action on delete no action`,
        );
      }
    }
    for (const [table, column, values] of [
      ['call', 'state', states],
      ['call', 'satisfaction', satisfactions],
      ['call_event', 'step', `('TAKE', 'MISS', 'TRY', 'ANSWER', 'FOLLOW_UP', 'REVISE', 'WITHDRAW')`],
      ['call_event', 'state', states],
      ['call_event', 'way', `('TELEPHONE', 'VISIT')`],
      ['call_event', 'satisfaction', satisfactions],
    ]) {
      this.addSql(`alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in ${values})`);
    }
    for (const table of ['call_counter', 'call', 'call_request', 'call_event']) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
    }
    this.addSql('grant select, insert on call, call_request, call_event, call_counter to app_town');
    this.addSql(
      'grant update (unit_id, called_at, called_on, seconds, answered_by_id, household_id, resident_id, caller_name, telephone, matter, answer, state, satisfaction, requests, requests_handled, requests_followed, requests_content, version) on call to app_town',
    );
    this.addSql('grant update (last) on call_counter to app_town');
    this.addSql(`create policy "district_reads" on "call" for select to "app_district" using (${ofDistrict})`);
    this.addSql(
      'grant select (town_id, block_id, household_id, called_on, state, satisfaction, requests, requests_handled, requests_followed, requests_content) on call to app_district',
    );
    for (const statement of countRequests) this.addSql(statement);
    for (const statement of summarize(calls)) this.addSql(statement);
  }
}
