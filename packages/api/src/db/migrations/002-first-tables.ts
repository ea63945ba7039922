import { Migration } from '@mikro-orm/migrations';

/** The tables of the register, the tree, teams, people, accounts and sign-in, with their row-level security. */
export class FirstTables extends Migration {
  override up(): void {
    this.addSql(
      'create table "account" ("id" uuid not null, "name" text not null, "display_name" text not null, "password_hash" text not null, "signed_out_before" timestamptz not null, "home_town_id" bigint null, primary key ("id"))',
    );
    this.addSql('alter table "account" add constraint "account_name_unique" unique ("name")');
    this.addSql(
      'create table "allowed_parent" ("town_id" bigint not null, "kind" text not null, "parent" text not null, primary key ("town_id", "kind", "parent"))',
    );
    this.addSql(
      `alter table "allowed_parent" add constraint "allowed_parent_kind_check" check ("kind" in ('TOWN', 'SERVICE_AREA', 'COMMUNITY', 'VILLAGE', 'COMMITTEE', 'SPECIAL_AREA', 'PARK', 'BLOCK', 'BUILDING'))`,
    );
    this.addSql(
      `alter table "allowed_parent" add constraint "allowed_parent_parent_check" check ("parent" in ('TOWN', 'SERVICE_AREA', 'COMMUNITY', 'VILLAGE', 'COMMITTEE', 'SPECIAL_AREA', 'PARK', 'BLOCK', 'BUILDING'))`,
    );
    this.addSql('create table "demo_account" ("account_id" uuid not null, primary key ("account_id"))');
    this.addSql('create table "district" ("code" varchar(6) not null, "name" text not null, primary key ("code"))');
    this.addSql(
      'create table "idempotency_record" ("town_id" bigint not null, "account_id" uuid not null, "key" text not null, "input_hash" text not null, "payload" jsonb null, "created_at" timestamptz not null, primary key ("town_id", "account_id", "key"))',
    );
    this.addSql(
      'create table "office" ("id" uuid not null, "account_id" uuid not null, "district_code" varchar(6) null, "valid_from" date not null, "valid_to" date null, primary key ("id"))',
    );
    this.addSql(
      'alter table "office" add constraint "office_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'create table "oidc_record" ("model" text not null, "id_hash" text not null, "payload" jsonb not null, "account_id" uuid null, "grant_id" text null, "uid" text null, "begun_at" timestamptz not null, "expires_at" timestamptz null, "consumed_at" timestamptz null, primary key ("model", "id_hash"))',
    );
    this.addSql('create index "oidc_record_grant_id_index" on "oidc_record" ("grant_id")');
    this.addSql('create index "oidc_record_uid_index" on "oidc_record" ("uid")');
    this.addSql('create index "oidc_record_expires_at_index" on "oidc_record" ("expires_at")');
    this.addSql('create index "oidc_record_account_id_index" on "oidc_record" ("account_id")');
    this.addSql(
      'create table "partner" ("town_id" bigint not null, "id" uuid not null, "name" text not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "person" ("town_id" bigint not null, "id" uuid not null, "name" text not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "register_unit" ("code" varchar(12) not null, "town_code" varchar(9) not null, "name" text not null, "kind" text not null, "valid_from" date not null, "position" int not null, primary key ("code"))',
    );
    this.addSql('create index "register_unit_town_code_index" on "register_unit" ("town_code")');
    this.addSql(
      `alter table "register_unit" add constraint "register_unit_kind_check" check ("kind" in ('TOWN', 'SERVICE_AREA', 'COMMUNITY', 'VILLAGE', 'COMMITTEE', 'SPECIAL_AREA', 'PARK', 'BLOCK', 'BUILDING'))`,
    );
    this.addSql(
      'create table "sign_in_attempt" ("key_hash" text not null, "failures" int not null, "waits_until" timestamptz null, "trusted" boolean not null, "forgotten_at" timestamptz not null, primary key ("key_hash"))',
    );
    this.addSql('create index "sign_in_attempt_forgotten_at_index" on "sign_in_attempt" ("forgotten_at")');
    this.addSql('create table "signing_key" ("name" text not null, "keys" jsonb not null, primary key ("name"))');
    this.addSql(
      'create table "team" ("town_id" bigint not null, "id" uuid not null, "valid_from" date not null, "valid_to" date null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "team" add constraint "team_life_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'create table "team_member" ("town_id" bigint not null, "id" uuid not null, "team_id" uuid not null, "person_id" uuid null, "partner_id" uuid null, "role" text not null, "valid_from" date not null, "valid_to" date null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "team_member_town_id_team_id_index" on "team_member" ("town_id", "team_id")');
    this.addSql('create index "team_member_town_id_person_id_index" on "team_member" ("town_id", "person_id")');
    this.addSql('create index "team_member_town_id_partner_id_index" on "team_member" ("town_id", "partner_id")');
    this.addSql(
      'alter table "team_member" add constraint "team_member_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "team_member" add constraint "team_member_who" check (num_nonnulls(person_id, partner_id) = 1)',
    );
    this.addSql(
      `alter table "team_member" add constraint "team_member_partner" check ((role = 'PARTNER') = (partner_id is not null))`,
    );
    this.addSql(
      `alter table "team_member" add constraint "team_member_lead" EXCLUDE USING gist (town_id WITH =, team_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (role = 'LEAD')`,
    );
    this.addSql(
      'alter table "team_member" add constraint "team_member_person" EXCLUDE USING gist (town_id WITH =, team_id WITH =, person_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (person_id IS NOT NULL)',
    );
    this.addSql(
      'alter table "team_member" add constraint "team_member_partner_once" EXCLUDE USING gist (town_id WITH =, team_id WITH =, partner_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (partner_id IS NOT NULL)',
    );
    this.addSql(
      `alter table "team_member" add constraint "team_member_role_check" check ("role" in ('LEAD', 'LINE_CADRE', 'PARTY_GROUP_LEADER', 'VILLAGE_GROUP_LEADER', 'BUILDING_HEAD', 'VOLUNTEER', 'PARTNER'))`,
    );
    this.addSql(
      'create table "town" ("id" bigint not null, "code" varchar(9) not null, "set_up_on" date null, primary key ("id"))',
    );
    this.addSql('alter table "town" add constraint "town_code_unique" unique ("code")');
    this.addSql(
      'create table "town_account" ("town_id" bigint not null, "id" uuid not null, "account_id" uuid not null, "name" text not null, "display_name" text not null, "home" boolean not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "town_account" add constraint "town_account_town_id_account_id_unique" unique ("town_id", "account_id")',
    );
    this.addSql(
      'create table "town_version" ("town_id" bigint not null, "valid_from" date not null, "valid_to" date null, "name" text not null, "kind" text not null, "district_code" varchar(6) not null, primary key ("town_id", "valid_from"))',
    );
    this.addSql(
      'alter table "town_version" add constraint "town_version_overlap" EXCLUDE USING gist (town_id WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql(
      `alter table "town_version" add constraint "town_version_kind_check" check ("kind" in ('TOWN', 'SUBDISTRICT', 'TOWNSHIP', 'SPECIAL_ZONE'))`,
    );
    this.addSql(
      'create table "tree_state" ("town_id" bigint not null, "version" int not null, primary key ("town_id"))',
    );
    this.addSql(
      'create table "unit" ("town_id" bigint not null, "id" uuid not null, "code" text null, "valid_from" date not null, "valid_to" date null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql('alter table "unit" add constraint "unit_town_id_code_unique" unique ("town_id", "code")');
    this.addSql(
      'alter table "unit" add constraint "unit_life_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'create table "team_version" ("town_id" bigint not null, "id" uuid not null, "team_id" uuid not null, "block_id" uuid not null, "name" text not null, "valid_from" date not null, "valid_to" date null, "recorded_at" timestamptz not null, "superseded_at" timestamptz null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "team_version_town_id_team_id_index" on "team_version" ("town_id", "team_id")');
    this.addSql('create index "team_version_town_id_block_id_index" on "team_version" ("town_id", "block_id")');
    this.addSql(
      'alter table "team_version" add constraint "team_version_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "team_version" add constraint "team_version_overlap" EXCLUDE USING gist (town_id WITH =, team_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL)',
    );
    this.addSql(
      'create table "post" ("town_id" bigint not null, "id" uuid not null, "person_id" uuid not null, "unit_id" uuid not null, "title" text not null, "valid_from" date not null, "valid_to" date null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "post_town_id_unit_id_index" on "post" ("town_id", "unit_id")');
    this.addSql('create index "post_town_id_person_id_index" on "post" ("town_id", "person_id")');
    this.addSql('alter table "post" add constraint "post_forward" check (valid_to is null or valid_to >= valid_from)');
    this.addSql(
      'alter table "post" add constraint "post_once" EXCLUDE USING gist (town_id WITH =, unit_id WITH =, person_id WITH =, title WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql(
      `alter table "post" add constraint "post_title_check" check ("title" in ('PARTY_SECRETARY', 'DIRECTOR', 'DEPUTY_DIRECTOR', 'OFFICER'))`,
    );
    this.addSql(
      'create table "invitation" ("town_id" bigint not null, "id" uuid not null, "secret_hash" text not null, "role" text not null, "unit_id" uuid null, "team_id" uuid null, "invited_by" uuid not null, "expires_at" timestamptz not null, "accepted_at" timestamptz null, "withdrawn_at" timestamptz null, primary key ("town_id", "id"))',
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_role_check" check ("role" in ('TOWN_ADMINISTRATOR', 'UNIT_OFFICER', 'TEAM_LEAD', 'TEAM_MEMBER'))`,
    );
    this.addSql(
      'create table "assignment" ("town_id" bigint not null, "id" uuid not null, "account_id" uuid not null, "global_account_id" uuid not null, "role" text not null, "unit_id" uuid null, "team_id" uuid null, "valid_from" date not null, "valid_to" date null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "assignment_town_id_account_id_index" on "assignment" ("town_id", "account_id")');
    this.addSql('create index "assignment_global_account_id_index" on "assignment" ("global_account_id")');
    this.addSql(
      'alter table "assignment" add constraint "assignment_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      `alter table "assignment" add constraint "assignment_place" check (case role when 'TOWN_ADMINISTRATOR' then num_nonnulls(unit_id, team_id) = 0 when 'UNIT_OFFICER' then unit_id is not null and team_id is null else team_id is not null and unit_id is null end)`,
    );
    this.addSql(
      `alter table "assignment" add constraint "assignment_role_check" check ("role" in ('TOWN_ADMINISTRATOR', 'UNIT_OFFICER', 'TEAM_LEAD', 'TEAM_MEMBER'))`,
    );
    this.addSql(
      'create table "unit_version" ("town_id" bigint not null, "id" uuid not null, "unit_id" uuid not null, "valid_from" date not null, "valid_to" date null, "name" text not null, "kind" text not null, "status" text not null, "parent_id" uuid null, "recorded_at" timestamptz not null, "superseded_at" timestamptz null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "unit_version_town_id_unit_id_index" on "unit_version" ("town_id", "unit_id")');
    this.addSql('create index "unit_version_town_id_parent_id_index" on "unit_version" ("town_id", "parent_id")');
    this.addSql(
      'alter table "unit_version" add constraint "unit_version_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "unit_version" add constraint "unit_version_overlap" EXCLUDE USING gist (town_id WITH =, unit_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL)',
    );
    this.addSql(`alter table "unit_version" add constraint "unit_version_kind" check (kind <> 'TOWN')`);
    this.addSql(
      `alter table "unit_version" add constraint "unit_version_kind_check" check ("kind" in ('TOWN', 'SERVICE_AREA', 'COMMUNITY', 'VILLAGE', 'COMMITTEE', 'SPECIAL_AREA', 'PARK', 'BLOCK', 'BUILDING'))`,
    );
    this.addSql(
      `alter table "unit_version" add constraint "unit_version_status_check" check ("status" in ('PREPARATORY', 'ACTIVE'))`,
    );
    this.addSql(
      'alter table "demo_account" add constraint "demo_account_account_id_foreign" foreign key ("account_id") references "account" ("id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "office" add constraint "office_account_id_foreign" foreign key ("account_id") references "account" ("id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "office" add constraint "office_district_code_foreign" foreign key ("district_code") references "district" ("code") on update no action on delete no action',
    );
    this.addSql(
      'alter table "team_member" add constraint "team_member_town_id_team_id_foreign" foreign key ("town_id", "team_id") references "team" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "team_member" add constraint "team_member_town_id_person_id_foreign" foreign key ("town_id", "person_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "team_member" add constraint "team_member_town_id_partner_id_foreign" foreign key ("town_id", "partner_id") references "partner" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "town_version" add constraint "town_version_town_id_foreign" foreign key ("town_id") references "town" ("id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "town_version" add constraint "town_version_district_code_foreign" foreign key ("district_code") references "district" ("code") on update no action on delete no action',
    );
    this.addSql(
      'alter table "team_version" add constraint "team_version_town_id_team_id_foreign" foreign key ("town_id", "team_id") references "team" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "team_version" add constraint "team_version_town_id_block_id_foreign" foreign key ("town_id", "block_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "post" add constraint "post_town_id_person_id_foreign" foreign key ("town_id", "person_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "post" add constraint "post_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "invitation" add constraint "invitation_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "invitation" add constraint "invitation_town_id_team_id_foreign" foreign key ("town_id", "team_id") references "team" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "assignment" add constraint "assignment_town_id_account_id_foreign" foreign key ("town_id", "account_id") references "town_account" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "assignment" add constraint "assignment_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "assignment" add constraint "assignment_town_id_team_id_foreign" foreign key ("town_id", "team_id") references "team" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "unit_version" add constraint "unit_version_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "unit_version" add constraint "unit_version_town_id_parent_id_foreign" foreign key ("town_id", "parent_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql('alter table "account" enable row level security');
    this.addSql('alter table "account" force row level security');
    this.addSql('create policy "sign_in" on "account" to "app_signin" using (true) with check (true)');
    this.addSql(
      `create policy "home_town" on "account" to "app_town" using (home_town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (home_town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      'create policy "no_home" on "account" to "app_platform" using (home_town_id is null) with check (home_town_id is null)',
    );
    this.addSql('alter table "allowed_parent" enable row level security');
    this.addSql('alter table "allowed_parent" force row level security');
    this.addSql(
      `create policy "own_town" on "allowed_parent" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql('alter table "demo_account" enable row level security');
    this.addSql('alter table "demo_account" force row level security');
    this.addSql('create policy "sign_in" on "demo_account" to "app_signin" using (true) with check (true)');
    this.addSql('alter table "idempotency_record" enable row level security');
    this.addSql('alter table "idempotency_record" force row level security');
    this.addSql(
      `create policy "own_town" on "idempotency_record" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      'create policy "of_the_platform" on "idempotency_record" to "app_platform", "app_signin" using (town_id = 0) with check (town_id = 0)',
    );
    this.addSql('alter table "office" enable row level security');
    this.addSql('alter table "office" force row level security');
    this.addSql('create policy "sign_in" on "office" to "app_signin" using (true) with check (true)');
    this.addSql('create policy "of_the_platform" on "office" to "app_platform" using (true) with check (true)');
    this.addSql('alter table "oidc_record" enable row level security');
    this.addSql('alter table "oidc_record" force row level security');
    this.addSql('create policy "sign_in" on "oidc_record" to "app_signin" using (true) with check (true)');
    this.addSql('alter table "partner" enable row level security');
    this.addSql('alter table "partner" force row level security');
    this.addSql(
      `create policy "own_town" on "partner" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql('alter table "person" enable row level security');
    this.addSql('alter table "person" force row level security');
    this.addSql(
      `create policy "own_town" on "person" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql('alter table "sign_in_attempt" enable row level security');
    this.addSql('alter table "sign_in_attempt" force row level security');
    this.addSql('create policy "sign_in" on "sign_in_attempt" to "app_signin" using (true) with check (true)');
    this.addSql('alter table "signing_key" enable row level security');
    this.addSql('alter table "signing_key" force row level security');
    this.addSql('create policy "sign_in" on "signing_key" to "app_signin" using (true) with check (true)');
    this.addSql('alter table "team" enable row level security');
    this.addSql('alter table "team" force row level security');
    this.addSql(
      `create policy "own_town" on "team" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      `create policy "district_reads" on "team" for select to "app_district" using (town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[]))`,
    );
    this.addSql('create policy "platform_reads" on "team" for select to "app_platform" using (true)');
    this.addSql('alter table "team_member" enable row level security');
    this.addSql('alter table "team_member" force row level security');
    this.addSql(
      `create policy "own_town" on "team_member" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql('alter table "town" enable row level security');
    this.addSql('create policy "everybody_reads" on "town" for select using (true)');
    this.addSql(
      `create policy "own_set_up" on "town" for update to "app_town" using (id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql('alter table "town_account" enable row level security');
    this.addSql('alter table "town_account" force row level security');
    this.addSql(
      `create policy "own_town" on "town_account" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql('alter table "tree_state" enable row level security');
    this.addSql('alter table "tree_state" force row level security');
    this.addSql(
      `create policy "own_town" on "tree_state" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      `create policy "district_reads" on "tree_state" for select to "app_district" using (town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[]))`,
    );
    this.addSql('alter table "unit" enable row level security');
    this.addSql('alter table "unit" force row level security');
    this.addSql(
      `create policy "own_town" on "unit" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      `create policy "district_reads" on "unit" for select to "app_district" using (town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[]))`,
    );
    this.addSql('create policy "platform_reads" on "unit" for select to "app_platform" using (true)');
    this.addSql('alter table "team_version" enable row level security');
    this.addSql('alter table "team_version" force row level security');
    this.addSql(
      `create policy "own_town" on "team_version" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      `create policy "district_reads" on "team_version" for select to "app_district" using (town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[]))`,
    );
    this.addSql('create policy "platform_reads" on "team_version" for select to "app_platform" using (true)');
    this.addSql('alter table "post" enable row level security');
    this.addSql('alter table "post" force row level security');
    this.addSql(
      `create policy "own_town" on "post" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql('alter table "invitation" enable row level security');
    this.addSql('alter table "invitation" force row level security');
    this.addSql(
      `create policy "own_town" on "invitation" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql('alter table "assignment" enable row level security');
    this.addSql('alter table "assignment" force row level security');
    this.addSql(
      `create policy "own_town" on "assignment" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      `create policy "own_assignments" on "assignment" for select to "app_signin" using (global_account_id = nullif(current_setting('app.account_id'::text, true), ''::text)::uuid)`,
    );
    this.addSql('alter table "unit_version" enable row level security');
    this.addSql('alter table "unit_version" force row level security');
    this.addSql(
      `create policy "own_town" on "unit_version" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      `create policy "district_reads" on "unit_version" for select to "app_district" using (town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[]))`,
    );
    this.addSql('create policy "platform_reads" on "unit_version" for select to "app_platform" using (true)');
  }
}
