import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofDistrict = `town_id = any ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;

const tables = [
  'external_party',
  'request_counter',
  'request_subject',
  'deadline_rule',
  'request',
  'request_household',
  'request_event',
];

/** Working days of each level: block, committee, service area, town. */
const levels = `(values ('BLOCK', 3, 1), ('COMMITTEE', 5, 1), ('SERVICE_AREA', 7, 2), ('TOWN', 15, 3)) as l (level, usual, urgent)`;
const subjects = `unnest(array['供水', '供电', '燃气', '物业', '环境卫生', '违法建筑', '绿化', '邻里纠纷', '道路设施', '停车', '噪声', '治安', '民生保障', '其他'])`;
const parties = `unnest(array['物业公司', '自来水公司', '供电公司', '燃气公司', '城管执法', '绿化市容'])`;

/**
 * Requests with their steps, and what towns settle about them. Towns that are set up already begin with the standard
 * subjects, parties and deadlines, as others do when they are set up. Of a request a district office gets what counts it.
 */
export class Requests extends Migration {
  override up(): void {
    this.addSql(
      'create table "external_party" ("town_id" bigint not null, "id" uuid not null, "name" text not null, "position" int not null, "ended_on" date null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "request_counter" ("town_id" bigint not null, "year" int not null, "last" int not null, primary key ("town_id", "year"))',
    );
    this.addSql(
      'create table "request_subject" ("town_id" bigint not null, "id" uuid not null, "name" text not null, "position" int not null, "ended_on" date null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "deadline_rule" ("town_id" bigint not null, "id" uuid not null, "subject_id" uuid null, "level" text not null, "working_days" int not null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "deadline_rule_town_id_subject_id_index" on "deadline_rule" ("town_id", "subject_id")');
    this.addSql(
      'create table "request" ("town_id" bigint not null, "id" uuid not null, "year" int not null, "number" int not null, "source" text not null, "subject_id" uuid not null, "handling_class" text null, "state" text not null, "level" text not null, "household_id" uuid null, "unit_id" uuid null, "place" text null, "block_id" uuid not null, "raised_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "description" text not null, "due_on" date not null, "holder_id" uuid null, "party_id" uuid null, "handled_on" date null, "satisfaction" text null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql('create index "request_town_id_household_id_index" on "request" ("town_id", "household_id")');
    this.addSql('create index "request_town_id_unit_id_index" on "request" ("town_id", "unit_id")');
    this.addSql('create index "request_town_id_subject_id_index" on "request" ("town_id", "subject_id")');
    this.addSql('create index "request_town_id_holder_id_index" on "request" ("town_id", "holder_id")');
    this.addSql('create index "request_town_id_party_id_index" on "request" ("town_id", "party_id")');
    this.addSql(
      'create index "request_town_id_block_id_raised_on_index" on "request" ("town_id", "block_id", "raised_on")',
    );
    this.addSql('create index "request_town_id_state_due_on_index" on "request" ("town_id", "state", "due_on")');
    this.addSql(
      'create index "request_town_id_raised_on_block_id_household_id_st_4b272_index" on "request" ("town_id", "raised_on", "block_id", "household_id", "state", "level", "satisfaction")',
    );
    this.addSql(
      'alter table "request" add constraint "request_town_id_year_number_unique" unique ("town_id", "year", "number")',
    );
    this.addSql(
      'create table "request_household" ("town_id" bigint not null, "id" uuid not null, "request_id" uuid not null, "household_id" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "request_household_town_id_household_id_index" on "request_household" ("town_id", "household_id")',
    );
    this.addSql(
      'alter table "request_household" add constraint "request_household_town_id_request_id_household_id_unique" unique ("town_id", "request_id", "household_id")',
    );
    this.addSql(
      'create table "request_event" ("town_id" bigint not null, "id" uuid not null, "request_id" uuid not null, "seq" int not null, "step" text not null, "happened_on" date not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "state" text not null, "level" text not null, "unit_id" uuid null, "holder_id" uuid null, "handling_class" text null, "subject_id" uuid not null, "party_id" uuid null, "due_on" date not null, "text" text null, "evidence" text null, "way" text null, "satisfaction" text null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "request_event" add constraint "request_event_town_id_request_id_seq_unique" unique ("town_id", "request_id", "seq")',
    );
    this.addSql(
      'alter table "external_party" add constraint "external_party_name" EXCLUDE USING gist (town_id WITH =, name WITH =) WHERE (ended_on IS NULL)',
    );
    this.addSql(
      'alter table "request_subject" add constraint "request_subject_name" EXCLUDE USING gist (town_id WITH =, name WITH =) WHERE (ended_on IS NULL)',
    );
    this.addSql(
      'alter table "deadline_rule" add constraint "deadline_rule_town_id_subject_id_foreign" foreign key ("town_id", "subject_id") references "request_subject" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "deadline_rule" add constraint "deadline_rule_once" EXCLUDE USING gist (town_id WITH =, COALESCE(subject_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, level WITH =)`,
    );
    this.addSql('alter table "deadline_rule" add constraint "deadline_rule_days" check (working_days >= 0)');
    this.addSql(
      `alter table "deadline_rule" add constraint "deadline_rule_level_check" check ("level" in ('BLOCK', 'COMMITTEE', 'SERVICE_AREA', 'TOWN'))`,
    );
    this.addSql(
      'alter table "request" add constraint "request_town_id_subject_id_foreign" foreign key ("town_id", "subject_id") references "request_subject" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "request" add constraint "request_town_id_household_id_foreign" foreign key ("town_id", "household_id") references "household" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "request" add constraint "request_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "request" add constraint "request_town_id_block_id_foreign" foreign key ("town_id", "block_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "request" add constraint "request_town_id_holder_id_foreign" foreign key ("town_id", "holder_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "request" add constraint "request_town_id_party_id_foreign" foreign key ("town_id", "party_id") references "external_party" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "request" add constraint "request_of_household_or_place" check (num_nonnulls(household_id, unit_id) = 1 and (place is null or unit_id is not null))',
    );
    this.addSql(
      `alter table "request" add constraint "request_source_check" check ("source" in ('VISIT', 'HOTLINE', 'PETITION', 'PATROL', 'ONLINE', 'COUNTER'))`,
    );
    this.addSql(
      `alter table "request" add constraint "request_handling_class_check" check ("handling_class" in ('INDIVIDUAL', 'REASONABLE', 'MIXED'))`,
    );
    this.addSql(
      `alter table "request" add constraint "request_state_check" check ("state" in ('RAISED', 'ACCEPTED', 'REFERRED', 'HANDLED', 'CLOSED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "request" add constraint "request_level_check" check ("level" in ('BLOCK', 'COMMITTEE', 'SERVICE_AREA', 'TOWN'))`,
    );
    this.addSql(
      `alter table "request" add constraint "request_satisfaction_check" check ("satisfaction" in ('SATISFIED', 'FAIRLY', 'DISSATISFIED'))`,
    );
    this.addSql(
      'alter table "request_household" add constraint "request_household_town_id_request_id_foreign" foreign key ("town_id", "request_id") references "request" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "request_household" add constraint "request_household_town_id_household_id_foreign" foreign key ("town_id", "household_id") references "household" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "request_event" add constraint "request_event_town_id_request_id_foreign" foreign key ("town_id", "request_id") references "request" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "request_event" add constraint "request_event_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "request_event" add constraint "request_event_town_id_holder_id_foreign" foreign key ("town_id", "holder_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "request_event" add constraint "request_event_town_id_subject_id_foreign" foreign key ("town_id", "subject_id") references "request_subject" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "request_event" add constraint "request_event_town_id_party_id_foreign" foreign key ("town_id", "party_id") references "external_party" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "request_event" add constraint "request_event_step_check" check ("step" in ('RAISE', 'ACCEPT', 'CLASSIFY', 'ESCALATE', 'RETURN', 'REFER', 'NOTE_ANSWER', 'ADD_EVIDENCE', 'HANDLE', 'FOLLOW_UP', 'WITHDRAW'))`,
    );
    this.addSql(
      `alter table "request_event" add constraint "request_event_state_check" check ("state" in ('RAISED', 'ACCEPTED', 'REFERRED', 'HANDLED', 'CLOSED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "request_event" add constraint "request_event_level_check" check ("level" in ('BLOCK', 'COMMITTEE', 'SERVICE_AREA', 'TOWN'))`,
    );
    this.addSql(
      `alter table "request_event" add constraint "request_event_handling_class_check" check ("handling_class" in ('INDIVIDUAL', 'REASONABLE', 'MIXED'))`,
    );
    this.addSql(
      `alter table "request_event" add constraint "request_event_evidence_check" check ("evidence" in ('EXPLANATION', 'WORK_RECORD', 'RESIDENTS_MEETING', 'PARTY_MEETING'))`,
    );
    this.addSql(
      `alter table "request_event" add constraint "request_event_way_check" check ("way" in ('TELEPHONE', 'VISIT'))`,
    );
    this.addSql(
      `alter table "request_event" add constraint "request_event_satisfaction_check" check ("satisfaction" in ('SATISFIED', 'FAIRLY', 'DISSATISFIED'))`,
    );
    for (const [table, listed] of [
      ['request_subject', subjects],
      ['external_party', parties],
    ]) {
      this.addSql(
        `insert into "${table}" (town_id, id, name, position, ended_on) select town.id, gen_random_uuid(), name, position, null from town, ${listed} with ordinality as listed (name, position) where set_up_on is not null`,
      );
    }
    this.addSql(
      `insert into "deadline_rule" (town_id, id, subject_id, level, working_days) select id, gen_random_uuid(), null, level, usual from town, ${levels} where set_up_on is not null`,
    );
    this.addSql(
      `insert into "deadline_rule" (town_id, id, subject_id, level, working_days) select town_id, gen_random_uuid(), id, level, urgent from "request_subject", ${levels} where name in ('供水', '供电', '燃气')`,
    );
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
    }
    this.addSql(`create policy "district_reads" on "request" for select to "app_district" using (${ofDistrict})`);
    this.addSql('grant select, insert on request, request_household, request_event to app_town');
    this.addSql(
      'grant update (state, level, handling_class, subject_id, party_id, holder_id, due_on, handled_on, satisfaction, version) on request to app_town',
    );
    this.addSql('grant select, insert on request_subject, external_party, request_counter, deadline_rule to app_town');
    this.addSql('grant update (name, ended_on) on request_subject, external_party to app_town');
    this.addSql('grant update (last) on request_counter to app_town');
    this.addSql('grant delete on deadline_rule to app_town');
    this.addSql(
      'grant select (town_id, household_id, block_id, raised_on, state, level, satisfaction) on request to app_district',
    );
  }
}
