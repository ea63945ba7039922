import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofDistrict = `town_id = any ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;
const roles = `('TOWN_ADMINISTRATOR', 'UNIT_OFFICER', 'TEAM_LEAD', 'TEAM_MEMBER', 'MEDIATOR', 'SOCIAL_WORKER', 'SOCIAL_PARTY_COMMITTEE', 'AUDITOR')`;

const tables = [
  'organization_kind',
  'industry',
  'organization',
  'organization_version',
  'organization_contact',
  'party_organization',
  'party_organization_version',
  'party_post',
  'direct_management',
  'coverage_link',
  'work_assignment',
  'guidance_station',
  'guided_kind',
  'organization_standing',
  'coverage_summary',
];

/** What a district office reads: of each table the columns without people and what was written about them, or all. */
const districtReads: Record<string, string> = {
  organization_kind: '',
  industry: '',
  organization: 'town_id, id, credit_code, valid_from, valid_to, version',
  organization_version: '',
  party_organization: 'town_id, id, valid_from, valid_to, successor_id, version',
  party_organization_version: '',
  direct_management: 'town_id, id, organization_id, party_organization_id, valid_from, valid_to',
  coverage_link: 'town_id, id, party_organization_id, organization_id, way, valid_from, valid_to',
  work_assignment: 'town_id, id, organization_id, unit_id, role, valid_from, valid_to',
  guidance_station: '',
  guided_kind: '',
  organization_standing: '',
  coverage_summary: '',
};

/** Organisations of the new sectors, the Party's organisations, what covers what, and the role of those who see to it. */
export class Coverage extends Migration {
  override up(): void {
    this.addSql(
      'create table "organization_kind" ("town_id" bigint not null, "id" uuid not null, "name" text not null, "class" text not null, "position" int not null, "valid_from" date not null, "valid_to" date null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "industry" ("town_id" bigint not null, "id" uuid not null, "name" text not null, "position" int not null, "valid_from" date not null, "valid_to" date null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "organization" ("town_id" bigint not null, "id" uuid not null, "credit_code" text null, "valid_from" date not null, "valid_to" date null, "closed_because" text null, "audit_key" uuid not null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "organization_version" ("town_id" bigint not null, "id" uuid not null, "organization_id" uuid not null, "valid_from" date not null, "valid_to" date null, "name" text not null, "kind_id" uuid not null, "unit_id" uuid not null, "industry_id" uuid null, "size" int null, "party_members" int not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "organization_contact" ("town_id" bigint not null, "id" uuid not null, "organization_id" uuid not null, "valid_from" date not null, "valid_to" date null, "owner" text null, "contact" text null, "telephone" text null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "party_organization" ("town_id" bigint not null, "id" uuid not null, "valid_from" date not null, "valid_to" date null, "ended_because" text null, "successor_id" uuid null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "party_organization_version" ("town_id" bigint not null, "id" uuid not null, "party_organization_id" uuid not null, "valid_from" date not null, "valid_to" date null, "name" text not null, "kind" text not null, "form" text not null, "parent_id" uuid null, "unit_id" uuid null, "organization_id" uuid null, "industry_id" uuid null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "party_post" ("town_id" bigint not null, "id" uuid not null, "party_organization_id" uuid not null, "title" text not null, "person_id" uuid null, "secretary_of_id" uuid null, "secretary_at_id" uuid null, "valid_from" date not null, "valid_to" date null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "direct_management" ("town_id" bigint not null, "id" uuid not null, "organization_id" uuid null, "party_organization_id" uuid null, "valid_from" date not null, "valid_to" date null, "entered_because" text not null, "left_because" text null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "coverage_link" ("town_id" bigint not null, "id" uuid not null, "party_organization_id" uuid not null, "organization_id" uuid not null, "way" text not null, "valid_from" date not null, "valid_to" date null, "ended_because" text null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "work_assignment" ("town_id" bigint not null, "id" uuid not null, "organization_id" uuid null, "unit_id" uuid null, "role" text not null, "person_id" uuid not null, "valid_from" date not null, "valid_to" date null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "guidance_station" ("town_id" bigint not null, "id" uuid not null, "name" text not null, "host" text not null, "led_by_id" uuid not null, "valid_from" date not null, "valid_to" date null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "guided_kind" ("town_id" bigint not null, "id" uuid not null, "station_id" uuid not null, "kind_id" uuid not null, "valid_from" date not null, "valid_to" date null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "organization_standing" ("town_id" bigint not null, "id" uuid not null, "organization_id" uuid not null, "valid_from" date not null, "valid_to" date null, "kind_id" uuid not null, "class" text not null, "unit_id" uuid not null, "industry_id" uuid null, "has_members" boolean not null, "direct" boolean not null, "established" boolean not null, "covered" boolean not null, "worked" boolean not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "coverage_summary" ("town_id" bigint not null, "class" text not null, "valid_from" date not null, "valid_to" date null, "organizations" int not null, "established" int not null, "covered" int not null, "worked" int not null, primary key ("town_id", "class", "valid_from"))',
    );
    this.addSql(
      'create index "organization_version_town_id_organization_id_index" on "organization_version" ("town_id", "organization_id")',
    );
    this.addSql(
      'create index "organization_version_town_id_unit_id_index" on "organization_version" ("town_id", "unit_id")',
    );
    this.addSql(
      'create index "organization_version_town_id_kind_id_index" on "organization_version" ("town_id", "kind_id")',
    );
    this.addSql(
      'create index "organization_version_town_id_industry_id_index" on "organization_version" ("town_id", "industry_id")',
    );
    this.addSql(
      'create index "organization_contact_town_id_organization_id_index" on "organization_contact" ("town_id", "organization_id")',
    );
    this.addSql(
      'create index "party_organization_town_id_successor_id_index" on "party_organization" ("town_id", "successor_id")',
    );
    this.addSql(
      'create index "party_organization_version_town_id_party_organization_id_index" on "party_organization_version" ("town_id", "party_organization_id")',
    );
    this.addSql(
      'create index "party_organization_version_town_id_parent_id_index" on "party_organization_version" ("town_id", "parent_id")',
    );
    this.addSql(
      'create index "party_organization_version_town_id_unit_id_index" on "party_organization_version" ("town_id", "unit_id")',
    );
    this.addSql(
      'create index "party_organization_version_town_id_organization_id_index" on "party_organization_version" ("town_id", "organization_id")',
    );
    this.addSql(
      'create index "party_organization_version_town_id_industry_id_index" on "party_organization_version" ("town_id", "industry_id")',
    );
    this.addSql(
      'create index "party_post_town_id_party_organization_id_index" on "party_post" ("town_id", "party_organization_id")',
    );
    this.addSql('create index "party_post_town_id_person_id_index" on "party_post" ("town_id", "person_id")');
    this.addSql(
      'create index "party_post_town_id_secretary_of_id_index" on "party_post" ("town_id", "secretary_of_id")',
    );
    this.addSql(
      'create index "party_post_town_id_secretary_at_id_index" on "party_post" ("town_id", "secretary_at_id")',
    );
    this.addSql(
      'create index "direct_management_town_id_organization_id_index" on "direct_management" ("town_id", "organization_id")',
    );
    this.addSql(
      'create index "direct_management_town_id_party_organization_id_index" on "direct_management" ("town_id", "party_organization_id")',
    );
    this.addSql(
      'create index "coverage_link_town_id_party_organization_id_index" on "coverage_link" ("town_id", "party_organization_id")',
    );
    this.addSql(
      'create index "coverage_link_town_id_organization_id_index" on "coverage_link" ("town_id", "organization_id")',
    );
    this.addSql(
      'create index "work_assignment_town_id_organization_id_index" on "work_assignment" ("town_id", "organization_id")',
    );
    this.addSql('create index "work_assignment_town_id_unit_id_index" on "work_assignment" ("town_id", "unit_id")');
    this.addSql('create index "work_assignment_town_id_person_id_index" on "work_assignment" ("town_id", "person_id")');
    this.addSql(
      'create index "guidance_station_town_id_led_by_id_index" on "guidance_station" ("town_id", "led_by_id")',
    );
    this.addSql('create index "guided_kind_town_id_station_id_index" on "guided_kind" ("town_id", "station_id")');
    this.addSql('create index "guided_kind_town_id_kind_id_index" on "guided_kind" ("town_id", "kind_id")');
    this.addSql(
      'create index "organization_standing_town_id_organization_id_index" on "organization_standing" ("town_id", "organization_id")',
    );
    this.addSql(
      'alter table "organization_version" add constraint "organization_version_town_id_organization_id_foreign" foreign key ("town_id", "organization_id") references "organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "organization_version" add constraint "organization_version_town_id_kind_id_foreign" foreign key ("town_id", "kind_id") references "organization_kind" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "organization_version" add constraint "organization_version_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "organization_version" add constraint "organization_version_town_id_industry_id_foreign" foreign key ("town_id", "industry_id") references "industry" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "organization_contact" add constraint "organization_contact_town_id_organization_id_foreign" foreign key ("town_id", "organization_id") references "organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "party_organization" add constraint "party_organization_town_id_successor_id_foreign" foreign key ("town_id", "successor_id") references "party_organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "party_organization_version" add constraint "party_organization_version_town_id_party_organiz_ab001_foreign" foreign key ("town_id", "party_organization_id") references "party_organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "party_organization_version" add constraint "party_organization_version_town_id_parent_id_foreign" foreign key ("town_id", "parent_id") references "party_organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "party_organization_version" add constraint "party_organization_version_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "party_organization_version" add constraint "party_organization_version_town_id_organization_id_foreign" foreign key ("town_id", "organization_id") references "organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "party_organization_version" add constraint "party_organization_version_town_id_industry_id_foreign" foreign key ("town_id", "industry_id") references "industry" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "party_post" add constraint "party_post_town_id_party_organization_id_foreign" foreign key ("town_id", "party_organization_id") references "party_organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "party_post" add constraint "party_post_town_id_person_id_foreign" foreign key ("town_id", "person_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "party_post" add constraint "party_post_town_id_secretary_of_id_foreign" foreign key ("town_id", "secretary_of_id") references "party_organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "party_post" add constraint "party_post_town_id_secretary_at_id_foreign" foreign key ("town_id", "secretary_at_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "direct_management" add constraint "direct_management_town_id_organization_id_foreign" foreign key ("town_id", "organization_id") references "organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "direct_management" add constraint "direct_management_town_id_party_organization_id_foreign" foreign key ("town_id", "party_organization_id") references "party_organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "coverage_link" add constraint "coverage_link_town_id_party_organization_id_foreign" foreign key ("town_id", "party_organization_id") references "party_organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "coverage_link" add constraint "coverage_link_town_id_organization_id_foreign" foreign key ("town_id", "organization_id") references "organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "work_assignment" add constraint "work_assignment_town_id_organization_id_foreign" foreign key ("town_id", "organization_id") references "organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "work_assignment" add constraint "work_assignment_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "work_assignment" add constraint "work_assignment_town_id_person_id_foreign" foreign key ("town_id", "person_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "guidance_station" add constraint "guidance_station_town_id_led_by_id_foreign" foreign key ("town_id", "led_by_id") references "party_organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "guided_kind" add constraint "guided_kind_town_id_station_id_foreign" foreign key ("town_id", "station_id") references "guidance_station" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "guided_kind" add constraint "guided_kind_town_id_kind_id_foreign" foreign key ("town_id", "kind_id") references "organization_kind" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "organization_standing" add constraint "organization_standing_town_id_organization_id_foreign" foreign key ("town_id", "organization_id") references "organization" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "organization_standing" add constraint "organization_standing_town_id_kind_id_foreign" foreign key ("town_id", "kind_id") references "organization_kind" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "organization_standing" add constraint "organization_standing_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "organization_standing" add constraint "organization_standing_town_id_industry_id_foreign" foreign key ("town_id", "industry_id") references "industry" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "organization_kind" add constraint "organization_kind_life_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "organization_kind" add constraint "organization_kind_name" EXCLUDE USING gist (town_id WITH =, name WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql(
      `alter table "organization_kind" add constraint "organization_kind_class_check" check ("class" in ('ENTERPRISE_ABOVE_SCALE', 'ENTERPRISE_BELOW_SCALE', 'COOPERATIVE', 'ACTIVITY_GROUP', 'NEWCOMER_COMMUNITY', 'PARK', 'SOCIAL_ORGANIZATION'))`,
    );
    this.addSql(
      'alter table "industry" add constraint "industry_life_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "industry" add constraint "industry_name" EXCLUDE USING gist (town_id WITH =, name WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql(
      'alter table "organization" add constraint "organization_life_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "organization" add constraint "organization_credit_code" EXCLUDE USING gist (town_id WITH =, credit_code WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (credit_code IS NOT NULL)',
    );
    this.addSql(
      'alter table "organization_version" add constraint "organization_version_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "organization_version" add constraint "organization_version_once" EXCLUDE USING gist (town_id WITH =, organization_id WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql(
      'alter table "organization_contact" add constraint "organization_contact_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "organization_contact" add constraint "organization_contact_once" EXCLUDE USING gist (town_id WITH =, organization_id WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql(
      'alter table "party_organization" add constraint "party_organization_life_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "party_organization_version" add constraint "party_organization_version_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "party_organization_version" add constraint "party_organization_version_once" EXCLUDE USING gist (town_id WITH =, party_organization_id WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql(
      'alter table "party_organization_version" add constraint "party_organization_version_seat" check (num_nonnulls(unit_id, organization_id, industry_id) <= 1)',
    );
    this.addSql(
      `alter table "party_organization_version" add constraint "party_organization_version_kind_check" check ("kind" in ('COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'GROUP'))`,
    );
    this.addSql(
      `alter table "party_organization_version" add constraint "party_organization_version_form_check" check ("form" in ('INDEPENDENT', 'JOINT', 'FEDERATION'))`,
    );
    this.addSql(
      'alter table "party_post" add constraint "party_post_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "party_post" add constraint "party_post_held" check (num_nonnulls(person_id, secretary_of_id, secretary_at_id) = 1)',
    );
    this.addSql(
      'alter table "party_post" add constraint "party_post_once" EXCLUDE USING gist (town_id WITH =, party_organization_id WITH =, person_id WITH =, title WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (person_id IS NOT NULL)',
    );
    this.addSql(
      `alter table "party_post" add constraint "party_post_one_secretary" EXCLUDE USING gist (town_id WITH =, party_organization_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (title = 'SECRETARY')`,
    );
    this.addSql(
      `alter table "party_post" add constraint "party_post_title_check" check ("title" in ('SECRETARY', 'DEPUTY_SECRETARY', 'ORGANIZATION', 'PUBLICITY', 'DISCIPLINE', 'MEMBER'))`,
    );
    this.addSql(
      'alter table "direct_management" add constraint "direct_management_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "direct_management" add constraint "direct_management_of" check (num_nonnulls(organization_id, party_organization_id) = 1)',
    );
    this.addSql(
      'alter table "direct_management" add constraint "direct_management_organization" EXCLUDE USING gist (town_id WITH =, organization_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (organization_id IS NOT NULL)',
    );
    this.addSql(
      'alter table "direct_management" add constraint "direct_management_party" EXCLUDE USING gist (town_id WITH =, party_organization_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (party_organization_id IS NOT NULL)',
    );
    this.addSql(
      'alter table "coverage_link" add constraint "coverage_link_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "coverage_link" add constraint "coverage_link_once" EXCLUDE USING gist (town_id WITH =, organization_id WITH =, party_organization_id WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql(
      `alter table "coverage_link" add constraint "coverage_link_established_once" EXCLUDE USING gist (town_id WITH =, organization_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (way IN ('INDEPENDENT', 'JOINT'))`,
    );
    this.addSql(
      `alter table "coverage_link" add constraint "coverage_link_way_check" check ("way" in ('INDEPENDENT', 'JOINT', 'BY_INDUSTRY', 'BY_AREA', 'AFFILIATED'))`,
    );
    this.addSql(
      'alter table "work_assignment" add constraint "work_assignment_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "work_assignment" add constraint "work_assignment_to" check (num_nonnulls(organization_id, unit_id) = 1)',
    );
    this.addSql(
      'alter table "work_assignment" add constraint "work_assignment_organization" EXCLUDE USING gist (town_id WITH =, organization_id WITH =, person_id WITH =, role WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (organization_id IS NOT NULL)',
    );
    this.addSql(
      'alter table "work_assignment" add constraint "work_assignment_unit" EXCLUDE USING gist (town_id WITH =, unit_id WITH =, person_id WITH =, role WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (unit_id IS NOT NULL)',
    );
    this.addSql(
      `alter table "work_assignment" add constraint "work_assignment_role_check" check ("role" in ('LIAISON', 'INSTRUCTOR', 'LEADER'))`,
    );
    this.addSql(
      'alter table "guidance_station" add constraint "guidance_station_life_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "guidance_station" add constraint "guidance_station_name" EXCLUDE USING gist (town_id WITH =, name WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql(
      'alter table "guided_kind" add constraint "guided_kind_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "guided_kind" add constraint "guided_kind_once" EXCLUDE USING gist (town_id WITH =, station_id WITH =, kind_id WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql(
      'alter table "organization_standing" add constraint "organization_standing_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "organization_standing" add constraint "organization_standing_once" EXCLUDE USING gist (town_id WITH =, organization_id WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql(
      `alter table "organization_standing" add constraint "organization_standing_class_check" check ("class" in ('ENTERPRISE_ABOVE_SCALE', 'ENTERPRISE_BELOW_SCALE', 'COOPERATIVE', 'ACTIVITY_GROUP', 'NEWCOMER_COMMUNITY', 'PARK', 'SOCIAL_ORGANIZATION'))`,
    );
    this.addSql(
      `alter table "coverage_summary" add constraint "coverage_summary_class_check" check ("class" in ('ENTERPRISE_ABOVE_SCALE', 'ENTERPRISE_BELOW_SCALE', 'COOPERATIVE', 'ACTIVITY_GROUP', 'NEWCOMER_COMMUNITY', 'PARK', 'SOCIAL_ORGANIZATION'))`,
    );
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
    }
    for (const [table, columns] of Object.entries(districtReads)) {
      this.addSql(`create policy "district_reads" on "${table}" for select to "app_district" using (${ofDistrict})`);
      this.addSql(`grant select ${columns && `(${columns})`} on ${table} to app_district`);
    }
    this.addSql('create policy "platform_reads" on "coverage_summary" for select to "app_platform" using (true)');
    this.addSql('grant select on coverage_summary to app_platform');
    this.addSql(`grant select, insert on ${tables.join(', ')} to app_town`);
    // What follows from other rows is written anew.
    this.addSql('grant update, delete on organization_standing, coverage_summary to app_town');
    this.addSql('grant update (name, position, valid_to, version) on organization_kind, industry to app_town');
    this.addSql('grant update (credit_code, valid_to, closed_because, version) on organization to app_town');
    this.addSql(
      'grant update (valid_to) on organization_version, organization_contact, party_organization_version, party_post, work_assignment, guided_kind to app_town',
    );
    this.addSql('grant update (valid_to, ended_because, successor_id, version) on party_organization to app_town');
    this.addSql('grant update (valid_to, left_because) on direct_management to app_town');
    this.addSql('grant update (valid_to, ended_because) on coverage_link to app_town');
    this.addSql('grant update (name, host, led_by_id, valid_to, version) on guidance_station to app_town');
    this.addSql('alter table "invitation" drop constraint "invitation_role_check"');
    this.addSql(`alter table "invitation" add constraint "invitation_role_check" check ("role" in ${roles})`);
    this.addSql('alter table "assignment" drop constraint "assignment_place"');
    this.addSql('alter table "assignment" drop constraint "assignment_role_check"');
    this.addSql(
      `alter table "assignment" add constraint "assignment_place" check (case when role in ('TOWN_ADMINISTRATOR', 'SOCIAL_PARTY_COMMITTEE', 'AUDITOR') then num_nonnulls(unit_id, team_id) = 0 when role in ('UNIT_OFFICER', 'MEDIATOR', 'SOCIAL_WORKER') then unit_id is not null and team_id is null else team_id is not null and unit_id is null end)`,
    );
    this.addSql(`alter table "assignment" add constraint "assignment_role_check" check ("role" in ${roles})`);
  }
}
