import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

const tables = [
  'petition_counter',
  'petition',
  'petitioner',
  'petition_party',
  'petition_group_member',
  'petition_meeting',
  'petition_participant',
  'petition_request',
  'petition_event',
];

/** Petitions with their petitioners, parties, emergency groups, meetings and steps. No district office gets anything of them. */
export class Petitions extends Migration {
  override up(): void {
    this.addSql(
      'create table "petition_counter" ("town_id" bigint not null, "year" int not null, "last" int not null, primary key ("town_id", "year"))',
    );
    this.addSql(
      'create table "petition" ("town_id" bigint not null, "id" uuid not null, "year" int not null, "number" int not null, "way" text not null, "class" text not null, "subject_id" uuid not null, "unit_id" uuid null, "matter" text not null, "people" int not null, "state" text not null, "received_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "due_on" date null, "accepted_on" date null, "extended_by" int null, "group_formed_on" date null, "answered_on" date null, "closed_on" date null, "outcome" text null, "holder_id" uuid null, "audit_key" uuid not null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql('create index "petition_town_id_unit_id_index" on "petition" ("town_id", "unit_id")');
    this.addSql('create index "petition_town_id_subject_id_index" on "petition" ("town_id", "subject_id")');
    this.addSql('create index "petition_town_id_holder_id_index" on "petition" ("town_id", "holder_id")');
    this.addSql('create index "petition_town_id_received_on_index" on "petition" ("town_id", "received_on")');
    this.addSql('create index "petition_town_id_state_due_on_index" on "petition" ("town_id", "state", "due_on")');
    this.addSql(
      'alter table "petition" add constraint "petition_town_id_year_number_unique" unique ("town_id", "year", "number")',
    );
    this.addSql(
      'create table "petition_request" ("town_id" bigint not null, "id" uuid not null, "petition_id" uuid not null, "request_id" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "petition_request_town_id_petition_id_index" on "petition_request" ("town_id", "petition_id")',
    );
    this.addSql(
      'alter table "petition_request" add constraint "petition_request_town_id_request_id_unique" unique ("town_id", "request_id")',
    );
    this.addSql(
      'create table "petition_party" ("town_id" bigint not null, "id" uuid not null, "petition_id" uuid not null, "position" int not null, "party_id" uuid null, "name" text null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "petition_party_town_id_petition_id_index" on "petition_party" ("town_id", "petition_id")',
    );
    this.addSql('create index "petition_party_town_id_party_id_index" on "petition_party" ("town_id", "party_id")');
    this.addSql(
      'create table "petition_meeting" ("town_id" bigint not null, "id" uuid not null, "petition_id" uuid not null, "held_on" date not null, "place" text null, "agreed" text null, "recorded_at" timestamptz not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "petition_meeting_town_id_petition_id_index" on "petition_meeting" ("town_id", "petition_id")',
    );
    this.addSql(
      'create table "petition_group_member" ("town_id" bigint not null, "id" uuid not null, "petition_id" uuid not null, "position" int not null, "person_id" uuid not null, "lead" boolean not null, "since" date not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "petition_group_member_town_id_person_id_index" on "petition_group_member" ("town_id", "person_id")',
    );
    this.addSql(
      'alter table "petition_group_member" add constraint "petition_group_member_town_id_petition_id_person_id_unique" unique ("town_id", "petition_id", "person_id")',
    );
    this.addSql(
      'create table "petition_event" ("town_id" bigint not null, "id" uuid not null, "petition_id" uuid not null, "seq" int not null, "step" text not null, "happened_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "state" text not null, "class" text not null, "unit_id" uuid null, "holder_id" uuid null, "due_on" date null, "text" text null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "petition_event" add constraint "petition_event_town_id_petition_id_seq_unique" unique ("town_id", "petition_id", "seq")',
    );
    this.addSql(
      'create table "petitioner" ("town_id" bigint not null, "id" uuid not null, "petition_id" uuid not null, "position" int not null, "name" text not null, "telephone" text null, "household_id" uuid null, "representative" boolean not null, "audit_key" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "petitioner_town_id_petition_id_index" on "petitioner" ("town_id", "petition_id")');
    this.addSql('create index "petitioner_town_id_household_id_index" on "petitioner" ("town_id", "household_id")');
    this.addSql(
      'create table "petition_participant" ("town_id" bigint not null, "id" uuid not null, "meeting_id" uuid not null, "position" int not null, "person_id" uuid null, "petitioner_id" uuid null, "party_id" uuid null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "petition_participant_town_id_meeting_id_index" on "petition_participant" ("town_id", "meeting_id")',
    );
    this.addSql(
      'create index "petition_participant_town_id_person_id_index" on "petition_participant" ("town_id", "person_id")',
    );
    this.addSql(
      'create index "petition_participant_town_id_petitioner_id_index" on "petition_participant" ("town_id", "petitioner_id")',
    );
    this.addSql(
      'create index "petition_participant_town_id_party_id_index" on "petition_participant" ("town_id", "party_id")',
    );
    this.addSql(
      'alter table "petition" add constraint "petition_town_id_subject_id_foreign" foreign key ("town_id", "subject_id") references "request_subject" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition" add constraint "petition_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition" add constraint "petition_town_id_holder_id_foreign" foreign key ("town_id", "holder_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql('alter table "petition" add constraint "petition_people" check (people >= 1)');
    this.addSql(
      `alter table "petition" add constraint "petition_way_check" check ("way" in ('PAPER', 'WEB', 'IN_PERSON'))`,
    );
    this.addSql(
      `alter table "petition" add constraint "petition_class_check" check ("class" in ('SUGGESTION', 'ACCUSATION', 'CLAIM'))`,
    );
    this.addSql(
      `alter table "petition" add constraint "petition_state_check" check ("state" in ('RECEIVED', 'ACCEPTED', 'DECLINED', 'ANSWERED', 'CLOSED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "petition" add constraint "petition_outcome_check" check ("outcome" in ('SETTLED', 'NOT_SETTLED', 'REVIEW'))`,
    );
    this.addSql(
      'alter table "petition_request" add constraint "petition_request_town_id_petition_id_foreign" foreign key ("town_id", "petition_id") references "petition" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition_request" add constraint "petition_request_town_id_request_id_foreign" foreign key ("town_id", "request_id") references "request" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition_party" add constraint "petition_party_town_id_petition_id_foreign" foreign key ("town_id", "petition_id") references "petition" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition_party" add constraint "petition_party_town_id_party_id_foreign" foreign key ("town_id", "party_id") references "external_party" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition_party" add constraint "petition_party_one" check (num_nonnulls(party_id, name) = 1)',
    );
    this.addSql(
      'alter table "petition_meeting" add constraint "petition_meeting_town_id_petition_id_foreign" foreign key ("town_id", "petition_id") references "petition" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition_group_member" add constraint "petition_group_member_town_id_petition_id_foreign" foreign key ("town_id", "petition_id") references "petition" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition_group_member" add constraint "petition_group_member_town_id_person_id_foreign" foreign key ("town_id", "person_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition_event" add constraint "petition_event_town_id_petition_id_foreign" foreign key ("town_id", "petition_id") references "petition" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition_event" add constraint "petition_event_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition_event" add constraint "petition_event_town_id_holder_id_foreign" foreign key ("town_id", "holder_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "petition_event" add constraint "petition_event_step_check" check ("step" in ('RECEIVE', 'ADD_PETITIONERS', 'CHOOSE_REPRESENTATIVES', 'ACCEPT', 'DECLINE', 'TRANSFER', 'FORM_GROUP', 'MEET', 'RAISE_REQUEST', 'EXTEND', 'ANSWER', 'CLOSE', 'WITHDRAW'))`,
    );
    this.addSql(
      `alter table "petition_event" add constraint "petition_event_state_check" check ("state" in ('RECEIVED', 'ACCEPTED', 'DECLINED', 'ANSWERED', 'CLOSED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "petition_event" add constraint "petition_event_class_check" check ("class" in ('SUGGESTION', 'ACCUSATION', 'CLAIM'))`,
    );
    this.addSql(
      'alter table "petitioner" add constraint "petitioner_town_id_petition_id_foreign" foreign key ("town_id", "petition_id") references "petition" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petitioner" add constraint "petitioner_town_id_household_id_foreign" foreign key ("town_id", "household_id") references "household" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition_participant" add constraint "petition_participant_town_id_meeting_id_foreign" foreign key ("town_id", "meeting_id") references "petition_meeting" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition_participant" add constraint "petition_participant_town_id_person_id_foreign" foreign key ("town_id", "person_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition_participant" add constraint "petition_participant_town_id_petitioner_id_foreign" foreign key ("town_id", "petitioner_id") references "petitioner" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition_participant" add constraint "petition_participant_town_id_party_id_foreign" foreign key ("town_id", "party_id") references "petition_party" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "petition_participant" add constraint "petition_participant_one" check (num_nonnulls(person_id, petitioner_id, party_id) = 1)',
    );
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
    }
    this.addSql(
      'grant select, insert on petition, petitioner, petition_party, petition_group_member, petition_meeting, petition_participant, petition_request, petition_event, petition_counter to app_town',
    );
    this.addSql(
      'grant update (class, unit_id, people, state, due_on, accepted_on, extended_by, group_formed_on, answered_on, closed_on, outcome, holder_id, version) on petition to app_town',
    );
    this.addSql('grant update (representative) on petitioner to app_town');
    this.addSql('grant update (last) on petition_counter to app_town');
  }
}
