import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofDistrict = `town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;

const tables = ['project_counter', 'project', 'project_unit', 'project_request', 'project_event'];

/**
 * Projects of the year with their units, requests and steps. A district office counts projects by year and state, and
 * requests by subject, by the names that towns give them.
 */
export class Projects extends Migration {
  override up(): void {
    this.addSql(
      'create table "project_counter" ("town_id" bigint not null, "year" int not null, "last" int not null, primary key ("town_id", "year"))',
    );
    this.addSql(
      'create table "project" ("town_id" bigint not null, "id" uuid not null, "year" int not null, "number" int not null, "name" text not null, "goal" text not null, "subject_id" uuid not null, "budget" text null, "state" text not null, "proposed_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "adopted_on" date null, "due_on" date null, "completed_on" date null, "holder_id" uuid null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql('create index "project_town_id_subject_id_index" on "project" ("town_id", "subject_id")');
    this.addSql('create index "project_town_id_holder_id_index" on "project" ("town_id", "holder_id")');
    this.addSql(
      'alter table "project" add constraint "project_town_id_year_number_unique" unique ("town_id", "year", "number")',
    );
    this.addSql(
      'create table "project_unit" ("town_id" bigint not null, "id" uuid not null, "project_id" uuid not null, "seq" int not null, "position" int not null, "unit_id" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "project_unit_town_id_unit_id_index" on "project_unit" ("town_id", "unit_id")');
    this.addSql(
      'alter table "project_unit" add constraint "project_unit_town_id_project_id_seq_unit_id_unique" unique ("town_id", "project_id", "seq", "unit_id")',
    );
    this.addSql(
      'create table "project_request" ("town_id" bigint not null, "id" uuid not null, "project_id" uuid not null, "request_id" uuid not null, "ended_seq" int null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "project_request_town_id_project_id_index" on "project_request" ("town_id", "project_id")',
    );
    this.addSql(
      'create index "project_request_town_id_request_id_index" on "project_request" ("town_id", "request_id")',
    );
    this.addSql(
      'create table "project_event" ("town_id" bigint not null, "id" uuid not null, "project_id" uuid not null, "seq" int not null, "step" text not null, "happened_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "state" text not null, "holder_id" uuid null, "due_on" date null, "requests" int null, "text" text null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "project_event" add constraint "project_event_town_id_project_id_seq_unique" unique ("town_id", "project_id", "seq")',
    );
    this.addSql(
      'alter table "project" add constraint "project_town_id_subject_id_foreign" foreign key ("town_id", "subject_id") references "request_subject" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "project" add constraint "project_town_id_holder_id_foreign" foreign key ("town_id", "holder_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "project" add constraint "project_state_check" check ("state" in ('PROPOSED', 'ADOPTED', 'COMPLETED', 'REJECTED', 'DROPPED'))`,
    );
    this.addSql(
      'alter table "project_unit" add constraint "project_unit_town_id_project_id_foreign" foreign key ("town_id", "project_id") references "project" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "project_unit" add constraint "project_unit_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "project_request" add constraint "project_request_town_id_project_id_foreign" foreign key ("town_id", "project_id") references "project" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "project_request" add constraint "project_request_town_id_request_id_foreign" foreign key ("town_id", "request_id") references "request" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "project_request" add constraint "project_request_once" EXCLUDE USING gist (town_id WITH =, request_id WITH =) WHERE (ended_seq IS NULL)',
    );
    this.addSql(
      'alter table "project_event" add constraint "project_event_town_id_project_id_foreign" foreign key ("town_id", "project_id") references "project" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "project_event" add constraint "project_event_town_id_holder_id_foreign" foreign key ("town_id", "holder_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "project_event" add constraint "project_event_step_check" check ("step" in ('PROPOSE', 'REVISE', 'LINK', 'UNLINK', 'ADOPT', 'REJECT', 'REPORT', 'COMPLETE', 'DROP'))`,
    );
    this.addSql(
      `alter table "project_event" add constraint "project_event_state_check" check ("state" in ('PROPOSED', 'ADOPTED', 'COMPLETED', 'REJECTED', 'DROPPED'))`,
    );
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
    }
    for (const table of ['project', 'request_subject']) {
      this.addSql(`create policy "district_reads" on "${table}" for select to "app_district" using (${ofDistrict})`);
    }
    this.addSql(
      'grant select, insert on project, project_unit, project_request, project_event, project_counter to app_town',
    );
    this.addSql(
      'grant update (name, goal, budget, state, adopted_on, due_on, completed_on, holder_id, version) on project to app_town',
    );
    this.addSql('grant update (ended_seq) on project_request to app_town');
    this.addSql('grant update (last) on project_counter to app_town');
    this.addSql('grant select (town_id, year, state) on project to app_district');
    this.addSql('grant select on request_subject to app_district');
    this.addSql('grant select (subject_id) on request to app_district');
  }
}
