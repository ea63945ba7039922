import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

const tables = [
  'mediation_counter',
  'mediation',
  'mediation_party',
  'mediation_mediator',
  'mediation_talk',
  'mediation_talk_party',
  'mediation_event',
];

/** Mediations with those at odds, talks and steps, and the role of whoever mediates. No district office gets anything of them. */
export class Mediations extends Migration {
  override up(): void {
    this.addSql(
      'create table "mediation_counter" ("town_id" bigint not null, "year" int not null, "last" int not null, primary key ("town_id", "year"))',
    );
    this.addSql(
      'create table "mediation" ("town_id" bigint not null, "id" uuid not null, "year" int not null, "number" int not null, "subject_id" uuid not null, "unit_id" uuid null, "request_id" uuid null, "matter" text not null, "state" text not null, "begun_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "agreed_on" date null, "check_on" date null, "audit_key" uuid not null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql('create index "mediation_town_id_unit_id_index" on "mediation" ("town_id", "unit_id")');
    this.addSql('create index "mediation_town_id_subject_id_index" on "mediation" ("town_id", "subject_id")');
    this.addSql('create index "mediation_town_id_request_id_index" on "mediation" ("town_id", "request_id")');
    this.addSql('create index "mediation_town_id_begun_on_index" on "mediation" ("town_id", "begun_on")');
    this.addSql(
      'alter table "mediation" add constraint "mediation_town_id_year_number_unique" unique ("town_id", "year", "number")',
    );
    this.addSql(
      'create table "mediation_talk" ("town_id" bigint not null, "id" uuid not null, "mediation_id" uuid not null, "held_on" date not null, "said" text not null, "recorded_at" timestamptz not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "mediation_talk_town_id_mediation_id_index" on "mediation_talk" ("town_id", "mediation_id")',
    );
    this.addSql(
      'create table "mediation_party" ("town_id" bigint not null, "id" uuid not null, "mediation_id" uuid not null, "position" int not null, "household_id" uuid null, "resident_id" uuid null, "name" text null, "audit_key" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "mediation_party_town_id_mediation_id_index" on "mediation_party" ("town_id", "mediation_id")',
    );
    this.addSql(
      'create index "mediation_party_town_id_household_id_index" on "mediation_party" ("town_id", "household_id")',
    );
    this.addSql(
      'create index "mediation_party_town_id_resident_id_index" on "mediation_party" ("town_id", "resident_id")',
    );
    this.addSql(
      'create table "mediation_talk_party" ("town_id" bigint not null, "id" uuid not null, "talk_id" uuid not null, "party_id" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "mediation_talk_party_town_id_party_id_index" on "mediation_talk_party" ("town_id", "party_id")',
    );
    this.addSql(
      'alter table "mediation_talk_party" add constraint "mediation_talk_party_town_id_talk_id_party_id_unique" unique ("town_id", "talk_id", "party_id")',
    );
    this.addSql(
      'create table "mediation_mediator" ("town_id" bigint not null, "id" uuid not null, "mediation_id" uuid not null, "seq" int not null, "position" int not null, "person_id" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "mediation_mediator_town_id_person_id_index" on "mediation_mediator" ("town_id", "person_id")',
    );
    this.addSql(
      'alter table "mediation_mediator" add constraint "mediation_mediator_town_id_mediation_id_seq_person_id_unique" unique ("town_id", "mediation_id", "seq", "person_id")',
    );
    this.addSql(
      'create table "mediation_event" ("town_id" bigint not null, "id" uuid not null, "mediation_id" uuid not null, "seq" int not null, "step" text not null, "happened_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "state" text not null, "keeping" text null, "check_on" date null, "text" text null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "mediation_event" add constraint "mediation_event_town_id_mediation_id_seq_unique" unique ("town_id", "mediation_id", "seq")',
    );
    this.addSql('alter table "invitation" drop constraint "invitation_role_check"');
    this.addSql(
      `alter table "invitation" add constraint "invitation_role_check" check ("role" in ('TOWN_ADMINISTRATOR', 'UNIT_OFFICER', 'TEAM_LEAD', 'TEAM_MEMBER', 'MEDIATOR', 'AUDITOR'))`,
    );
    this.addSql('alter table "assignment" drop constraint "assignment_place"');
    this.addSql('alter table "assignment" drop constraint "assignment_role_check"');
    this.addSql(
      `alter table "assignment" add constraint "assignment_place" check (case when role in ('TOWN_ADMINISTRATOR', 'AUDITOR') then num_nonnulls(unit_id, team_id) = 0 when role in ('UNIT_OFFICER', 'MEDIATOR') then unit_id is not null and team_id is null else team_id is not null and unit_id is null end)`,
    );
    this.addSql(
      `alter table "assignment" add constraint "assignment_role_check" check ("role" in ('TOWN_ADMINISTRATOR', 'UNIT_OFFICER', 'TEAM_LEAD', 'TEAM_MEMBER', 'MEDIATOR', 'AUDITOR'))`,
    );
    this.addSql(
      'alter table "mediation" add constraint "mediation_town_id_subject_id_foreign" foreign key ("town_id", "subject_id") references "request_subject" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "mediation" add constraint "mediation_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "mediation" add constraint "mediation_town_id_request_id_foreign" foreign key ("town_id", "request_id") references "request" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "mediation" add constraint "mediation_state_check" check ("state" in ('OPEN', 'AGREED', 'KEPT', 'NOT_AGREED', 'BROKEN_OFF', 'REFERRED'))`,
    );
    this.addSql(
      'alter table "mediation_talk" add constraint "mediation_talk_town_id_mediation_id_foreign" foreign key ("town_id", "mediation_id") references "mediation" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "mediation_party" add constraint "mediation_party_town_id_mediation_id_foreign" foreign key ("town_id", "mediation_id") references "mediation" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "mediation_party" add constraint "mediation_party_town_id_household_id_foreign" foreign key ("town_id", "household_id") references "household" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "mediation_party" add constraint "mediation_party_town_id_resident_id_foreign" foreign key ("town_id", "resident_id") references "resident" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "mediation_party" add constraint "mediation_party_one" check (num_nonnulls(household_id, resident_id, name) = 1)',
    );
    this.addSql(
      'alter table "mediation_talk_party" add constraint "mediation_talk_party_town_id_talk_id_foreign" foreign key ("town_id", "talk_id") references "mediation_talk" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "mediation_talk_party" add constraint "mediation_talk_party_town_id_party_id_foreign" foreign key ("town_id", "party_id") references "mediation_party" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "mediation_mediator" add constraint "mediation_mediator_town_id_mediation_id_foreign" foreign key ("town_id", "mediation_id") references "mediation" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "mediation_mediator" add constraint "mediation_mediator_town_id_person_id_foreign" foreign key ("town_id", "person_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "mediation_event" add constraint "mediation_event_town_id_mediation_id_foreign" foreign key ("town_id", "mediation_id") references "mediation" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "mediation_event" add constraint "mediation_event_step_check" check ("step" in ('BEGIN', 'NAME_MEDIATORS', 'TALK', 'AGREE', 'END', 'CHECK', 'RESUME'))`,
    );
    this.addSql(
      `alter table "mediation_event" add constraint "mediation_event_state_check" check ("state" in ('OPEN', 'AGREED', 'KEPT', 'NOT_AGREED', 'BROKEN_OFF', 'REFERRED'))`,
    );
    this.addSql(
      `alter table "mediation_event" add constraint "mediation_event_keeping_check" check ("keeping" in ('KEPT', 'NOT_YET', 'BROKEN'))`,
    );
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
    }
    this.addSql(
      'grant select, insert on mediation, mediation_party, mediation_mediator, mediation_talk, mediation_talk_party, mediation_event, mediation_counter to app_town',
    );
    this.addSql('grant update (state, agreed_on, check_on, version) on mediation to app_town');
    this.addSql('grant update (last) on mediation_counter to app_town');
  }
}
