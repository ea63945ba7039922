import { Migration } from '@mikro-orm/migrations';
import { summarize } from './summarize.ts';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofDistrict = `town_id = any ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;

const suggestion = "not withdrawn and kind = 'SUGGESTION'";
const counted = [
  { table: 'patrol', day: 'patrolled_on', measures: { 'patrol-round': 'withdrawn_at is null' } },
  {
    table: 'patrol_finding',
    day: 'patrolled_on',
    measures: { 'patrol-suggestion': suggestion, 'patrol-suggestion-acted-on': `${suggestion} and acted_on` },
  },
];

/** What a patrol brought up and is a request was acted on once that is handled, and no more once that is opened again. */
const followRequest = `create function app.finding_follows_request() returns trigger language plpgsql as $$
  begin
    update public.patrol_finding set acted_on = new.state in ('HANDLED', 'CLOSED')
    where town_id = new.town_id and request_id = new.id and acted_on <> (new.state in ('HANDLED', 'CLOSED'));
    return null;
  end $$`;

const tables = [
  'patrol_route',
  'patrol_route_version',
  'patrol_stop',
  'patrol',
  'patrol_version',
  'patrol_member',
  'patrolled_stop',
  'patrol_finding',
  'patrol_finding_event',
  'patrol_photo',
];

/** Patrols with their routes, what they brought up and its steps. District offices get what counts them. */
export class Patrols extends Migration {
  override up(): void {
    this.addSql(
      'create table "patrol_route" ("town_id" bigint not null, "id" uuid not null, "unit_id" uuid not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql('create index "patrol_route_town_id_unit_id_index" on "patrol_route" ("town_id", "unit_id")');
    this.addSql(
      'create table "patrol_route_version" ("town_id" bigint not null, "id" uuid not null, "route_id" uuid not null, "name" text not null, "valid_from" date not null, "valid_to" date null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "patrol_stop" ("town_id" bigint not null, "id" uuid not null, "version_id" uuid not null, "position" int not null, "name" text not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "patrol_stop" add constraint "patrol_stop_town_id_version_id_position_unique" unique ("town_id", "version_id", "position")',
    );
    this.addSql(
      'create table "patrol" ("town_id" bigint not null, "id" uuid not null, "route_id" uuid null, "unit_id" uuid not null, "place" text null, "block_id" uuid not null, "patrolled_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "withdrawn_at" timestamptz null, "withdrawn_by" uuid null, "withdrawn_reason" text null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql('create index "patrol_town_id_route_id_index" on "patrol" ("town_id", "route_id")');
    this.addSql(
      'create index "patrol_town_id_unit_id_patrolled_on_index" on "patrol" ("town_id", "unit_id", "patrolled_on")',
    );
    this.addSql(
      'create index "patrol_town_id_patrolled_on_block_id_index" on "patrol" ("town_id", "patrolled_on", "block_id") where withdrawn_at is null',
    );
    this.addSql(
      'create table "patrol_version" ("town_id" bigint not null, "id" uuid not null, "patrol_id" uuid not null, "number" int not null, "patrolled_on" date not null, "began_at" timestamptz null, "ended_at" timestamptz null, "note" text null, "reason" text null, "written_at" timestamptz not null, "written_by" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "patrol_version" add constraint "patrol_version_town_id_patrol_id_number_unique" unique ("town_id", "patrol_id", "number")',
    );
    this.addSql(
      'create table "patrol_member" ("town_id" bigint not null, "id" uuid not null, "version_id" uuid not null, "person_id" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "patrol_member_town_id_person_id_index" on "patrol_member" ("town_id", "person_id")');
    this.addSql(
      'alter table "patrol_member" add constraint "patrol_member_town_id_version_id_person_id_unique" unique ("town_id", "version_id", "person_id")',
    );
    this.addSql(
      'create table "patrolled_stop" ("town_id" bigint not null, "id" uuid not null, "version_id" uuid not null, "stop_id" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "patrolled_stop_town_id_stop_id_index" on "patrolled_stop" ("town_id", "stop_id")');
    this.addSql(
      'alter table "patrolled_stop" add constraint "patrolled_stop_town_id_version_id_stop_id_unique" unique ("town_id", "version_id", "stop_id")',
    );
    this.addSql(
      'create table "patrol_finding" ("town_id" bigint not null, "id" uuid not null, "patrol_id" uuid not null, "position" int not null, "kind" text not null, "state" text not null, "acted_on" boolean not null, "request_id" uuid null, "party_id" uuid null, "patrolled_on" date not null, "block_id" uuid not null, "withdrawn" boolean not null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql('create index "patrol_finding_town_id_party_id_index" on "patrol_finding" ("town_id", "party_id")');
    this.addSql(
      'create index "patrol_finding_town_id_patrolled_on_block_id_index" on "patrol_finding" ("town_id", "patrolled_on", "block_id") where not withdrawn',
    );
    this.addSql(
      'alter table "patrol_finding" add constraint "patrol_finding_town_id_patrol_id_position_unique" unique ("town_id", "patrol_id", "position")',
    );
    this.addSql(
      'alter table "patrol_finding" add constraint "patrol_finding_town_id_request_id_unique" unique ("town_id", "request_id")',
    );
    this.addSql(
      'create table "patrol_photo" ("town_id" bigint not null, "id" uuid not null, "finding_id" uuid not null, "seq" int not null, "photo_id" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "patrol_photo_town_id_photo_id_index" on "patrol_photo" ("town_id", "photo_id")');
    this.addSql(
      'alter table "patrol_photo" add constraint "patrol_photo_town_id_finding_id_seq_photo_id_unique" unique ("town_id", "finding_id", "seq", "photo_id")',
    );
    this.addSql(
      'create table "patrol_finding_event" ("town_id" bigint not null, "id" uuid not null, "finding_id" uuid not null, "seq" int not null, "step" text not null, "happened_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "state" text not null, "request_id" uuid null, "party_id" uuid null, "text" text null, "place" text null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "patrol_finding_event" add constraint "patrol_finding_event_town_id_finding_id_seq_unique" unique ("town_id", "finding_id", "seq")',
    );
    this.addSql(
      'alter table "patrol_route" add constraint "patrol_route_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol_route_version" add constraint "patrol_route_version_town_id_route_id_foreign" foreign key ("town_id", "route_id") references "patrol_route" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol_route_version" add constraint "patrol_route_version_once" EXCLUDE USING gist (town_id WITH =, route_id WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql(
      'alter table "patrol_route_version" add constraint "patrol_route_version_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "patrol_stop" add constraint "patrol_stop_town_id_version_id_foreign" foreign key ("town_id", "version_id") references "patrol_route_version" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol" add constraint "patrol_town_id_route_id_foreign" foreign key ("town_id", "route_id") references "patrol_route" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol" add constraint "patrol_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol" add constraint "patrol_town_id_block_id_foreign" foreign key ("town_id", "block_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol" add constraint "patrol_of_route_or_place" check (num_nonnulls(route_id, place) = 1)',
    );
    this.addSql(
      'alter table "patrol_version" add constraint "patrol_version_town_id_patrol_id_foreign" foreign key ("town_id", "patrol_id") references "patrol" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol_member" add constraint "patrol_member_town_id_version_id_foreign" foreign key ("town_id", "version_id") references "patrol_version" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol_member" add constraint "patrol_member_town_id_person_id_foreign" foreign key ("town_id", "person_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrolled_stop" add constraint "patrolled_stop_town_id_version_id_foreign" foreign key ("town_id", "version_id") references "patrol_version" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrolled_stop" add constraint "patrolled_stop_town_id_stop_id_foreign" foreign key ("town_id", "stop_id") references "patrol_stop" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol_finding" add constraint "patrol_finding_town_id_patrol_id_foreign" foreign key ("town_id", "patrol_id") references "patrol" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol_finding" add constraint "patrol_finding_town_id_request_id_foreign" foreign key ("town_id", "request_id") references "request" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol_finding" add constraint "patrol_finding_town_id_party_id_foreign" foreign key ("town_id", "party_id") references "external_party" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol_finding" add constraint "patrol_finding_town_id_block_id_foreign" foreign key ("town_id", "block_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "patrol_finding" add constraint "patrol_finding_request" check ((state = 'REQUESTED') = (request_id is not null))`,
    );
    this.addSql(
      `alter table "patrol_finding" add constraint "patrol_finding_acted_on" check (case state when 'ACTED_ON' then acted_on when 'REQUESTED' then true else not acted_on end)`,
    );
    this.addSql(
      `alter table "patrol_finding" add constraint "patrol_finding_kind_check" check ("kind" in ('PROBLEM', 'SUGGESTION'))`,
    );
    this.addSql(
      `alter table "patrol_finding" add constraint "patrol_finding_state_check" check ("state" in ('OPEN', 'ACTED_ON', 'REQUESTED', 'PASSED_ON', 'NOT_ADOPTED'))`,
    );
    this.addSql(
      'alter table "patrol_photo" add constraint "patrol_photo_town_id_finding_id_foreign" foreign key ("town_id", "finding_id") references "patrol_finding" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol_photo" add constraint "patrol_photo_town_id_photo_id_foreign" foreign key ("town_id", "photo_id") references "photo" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol_finding_event" add constraint "patrol_finding_event_town_id_finding_id_foreign" foreign key ("town_id", "finding_id") references "patrol_finding" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol_finding_event" add constraint "patrol_finding_event_town_id_request_id_foreign" foreign key ("town_id", "request_id") references "request" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "patrol_finding_event" add constraint "patrol_finding_event_town_id_party_id_foreign" foreign key ("town_id", "party_id") references "external_party" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "patrol_finding_event" add constraint "patrol_finding_event_step_check" check ("step" in ('RECORD', 'CORRECT', 'ACT', 'RAISE', 'PASS_ON', 'DECLINE', 'FOLLOW_UP', 'REOPEN'))`,
    );
    this.addSql(
      `alter table "patrol_finding_event" add constraint "patrol_finding_event_state_check" check ("state" in ('OPEN', 'ACTED_ON', 'REQUESTED', 'PASSED_ON', 'NOT_ADOPTED'))`,
    );
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
    }
    for (const table of ['patrol', 'patrol_finding']) {
      this.addSql(`create policy "district_reads" on "${table}" for select to "app_district" using (${ofDistrict})`);
    }
    this.addSql(`grant select, insert on ${tables.join(', ')} to app_town`);
    this.addSql('grant update (version) on patrol_route to app_town');
    this.addSql('grant update (valid_to) on patrol_route_version to app_town');
    this.addSql(
      'grant update (patrolled_on, block_id, withdrawn_at, withdrawn_by, withdrawn_reason, version) on patrol to app_town',
    );
    this.addSql(
      'grant update (state, acted_on, request_id, party_id, patrolled_on, block_id, withdrawn, version) on patrol_finding to app_town',
    );
    for (const statement of counted.flatMap(summarize)) this.addSql(statement);
    this.addSql(followRequest);
    this.addSql(
      'create trigger finding_follows after update of state on request for each row when (old.state is distinct from new.state) execute function app.finding_follows_request()',
    );
    this.addSql('grant select (town_id, block_id, patrolled_on, withdrawn_at) on patrol to app_district');
    this.addSql(
      'grant select (town_id, block_id, patrolled_on, kind, acted_on, withdrawn) on patrol_finding to app_district',
    );
  }
}
