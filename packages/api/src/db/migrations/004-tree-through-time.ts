import { Migration } from '@mikro-orm/migrations';

/**
 * Restructurings with their lineage and effects, overlays, households and contacts. The code of a unit moves to its
 * versions, as it changes with time.
 */
export class TreeThroughTime extends Migration {
  override up(): void {
    this.addSql(
      'create table "household" ("town_id" bigint not null, "id" uuid not null, "code" text null, "valid_from" date not null, "valid_to" date null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "tree_overlay" ("town_id" bigint not null, "id" uuid not null, "name" text not null, "valid_from" date not null, "valid_to" date null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "restructuring" ("town_id" bigint not null, "id" uuid not null, "status" text not null, "origin" text not null, "effective_on" date not null, "reason" text null, "document_number" text null, "steps" jsonb not null, "difference" jsonb null, "based_on" int not null, "tree_version" int null, "voids_id" uuid null, "version" int not null default 1, "drafted_by" uuid not null, "drafted_at" timestamptz not null, "applied_by" uuid null, "applied_at" timestamptz null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "restructuring_effect" ("town_id" bigint not null, "id" uuid not null, "restructuring_id" uuid not null, "thing" text not null, "ended" uuid not null, "ended_before" date null, "began" uuid null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "lineage" ("town_id" bigint not null, "id" uuid not null, "restructuring_id" uuid not null, "predecessor_id" uuid not null, "successor_id" uuid null, "day" date not null, "heir" boolean not null, "designated" boolean not null, "voided_at" timestamptz null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "household_block" ("town_id" bigint not null, "id" uuid not null, "household_id" uuid not null, "block_id" uuid not null, "overlay_id" uuid null, "head_id" uuid null, "valid_from" date not null, "valid_to" date null, "recorded_at" timestamptz not null, "superseded_at" timestamptz null, "restructuring_id" uuid null, "superseded_by_id" uuid null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create table "contact" ("town_id" bigint not null, "id" uuid not null, "household_id" uuid not null, "block_id" uuid not null, "contacted_on" date not null, "recorded_at" timestamptz not null, primary key ("town_id", "id"))',
    );
    this.addSql('alter table "unit" add "overlay_id" uuid null');
    this.addSql('alter table "team_version" add "restructuring_id" uuid null, add "superseded_by_id" uuid null');
    this.addSql(
      'alter table "unit_version" add "code" text null, add "restructuring_id" uuid null, add "superseded_by_id" uuid null',
    );
    // An owner that is no superuser sees rows only while row-level security is not forced on it.
    for (const table of ['unit', 'unit_version']) this.addSql(`alter table ${table} no force row level security`);
    this.addSql(
      'update unit_version set code = unit.code from unit where unit.town_id = unit_version.town_id and unit.id = unit_version.unit_id and unit.code is not null',
    );
    for (const table of ['unit', 'unit_version']) this.addSql(`alter table ${table} force row level security`);
    this.addSql('alter table "unit" drop constraint "unit_town_id_code_unique"');
    this.addSql('alter table "unit" drop column "code"');
    this.addSql(
      'alter table "unit_version" add constraint "unit_version_code" EXCLUDE USING gist (town_id WITH =, code WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL AND code IS NOT NULL)',
    );
    this.addSql(
      'create index "restructuring_town_id_effective_on_index" on "restructuring" ("town_id", "effective_on")',
    );
    this.addSql('create index "restructuring_town_id_voids_id_index" on "restructuring" ("town_id", "voids_id")');
    this.addSql(
      'create index "restructuring_effect_town_id_restructuring_id_index" on "restructuring_effect" ("town_id", "restructuring_id")',
    );
    this.addSql('create index "lineage_town_id_predecessor_id_index" on "lineage" ("town_id", "predecessor_id")');
    this.addSql('create index "lineage_town_id_successor_id_index" on "lineage" ("town_id", "successor_id")');
    this.addSql('create index "lineage_town_id_restructuring_id_index" on "lineage" ("town_id", "restructuring_id")');
    this.addSql(
      'create index "household_block_town_id_household_id_index" on "household_block" ("town_id", "household_id")',
    );
    this.addSql('create index "household_block_town_id_block_id_index" on "household_block" ("town_id", "block_id")');
    this.addSql(
      'create index "household_block_town_id_restructuring_id_index" on "household_block" ("town_id", "restructuring_id")',
    );
    this.addSql(
      'create index "household_block_town_id_superseded_by_id_index" on "household_block" ("town_id", "superseded_by_id")',
    );
    this.addSql(
      'create index "contact_town_id_block_id_contacted_on_index" on "contact" ("town_id", "block_id", "contacted_on")',
    );
    this.addSql('create index "contact_town_id_household_id_index" on "contact" ("town_id", "household_id")');
    this.addSql(
      'create index "team_version_town_id_restructuring_id_index" on "team_version" ("town_id", "restructuring_id")',
    );
    this.addSql(
      'create index "team_version_town_id_superseded_by_id_index" on "team_version" ("town_id", "superseded_by_id")',
    );
    this.addSql(
      'create index "unit_version_town_id_restructuring_id_index" on "unit_version" ("town_id", "restructuring_id")',
    );
    this.addSql(
      'create index "unit_version_town_id_superseded_by_id_index" on "unit_version" ("town_id", "superseded_by_id")',
    );
    this.addSql('alter table "household" add constraint "household_town_id_code_unique" unique ("town_id", "code")');
    this.addSql(
      'alter table "unit" add constraint "unit_town_id_overlay_id_foreign" foreign key ("town_id", "overlay_id") references "tree_overlay" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "team_version" add constraint "team_version_town_id_restructuring_id_foreign" foreign key ("town_id", "restructuring_id") references "restructuring" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "team_version" add constraint "team_version_town_id_superseded_by_id_foreign" foreign key ("town_id", "superseded_by_id") references "restructuring" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "unit_version" add constraint "unit_version_town_id_restructuring_id_foreign" foreign key ("town_id", "restructuring_id") references "restructuring" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "unit_version" add constraint "unit_version_town_id_superseded_by_id_foreign" foreign key ("town_id", "superseded_by_id") references "restructuring" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "household" add constraint "household_life_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql('alter table "household" enable row level security');
    this.addSql('alter table "household" force row level security');
    this.addSql(
      `create policy "own_town" on "household" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      'alter table "tree_overlay" add constraint "overlay_life_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "tree_overlay" add constraint "overlay_name" EXCLUDE USING gist (town_id WITH =, name WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql('alter table "tree_overlay" enable row level security');
    this.addSql('alter table "tree_overlay" force row level security');
    this.addSql(
      `create policy "own_town" on "tree_overlay" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      `create policy "district_reads" on "tree_overlay" for select to "app_district" using (town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[]))`,
    );
    this.addSql(
      'alter table "restructuring" add constraint "restructuring_town_id_voids_id_foreign" foreign key ("town_id", "voids_id") references "restructuring" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "restructuring" add constraint "restructuring_applied" check ((status in ('APPLIED', 'VOIDED')) = (applied_at is not null and tree_version is not null))`,
    );
    this.addSql(
      `alter table "restructuring" add constraint "restructuring_status_check" check ("status" in ('DRAFT', 'APPLIED', 'DROPPED', 'VOIDED'))`,
    );
    this.addSql(
      `alter table "restructuring" add constraint "restructuring_origin_check" check ("origin" in ('TOWN', 'REGISTER', 'FILE'))`,
    );
    this.addSql('alter table "restructuring" enable row level security');
    this.addSql('alter table "restructuring" force row level security');
    this.addSql(
      `create policy "own_town" on "restructuring" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      'alter table "restructuring_effect" add constraint "restructuring_effect_town_id_restructuring_id_foreign" foreign key ("town_id", "restructuring_id") references "restructuring" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "restructuring_effect" add constraint "restructuring_effect_thing_check" check ("thing" in ('POST', 'ROLE'))`,
    );
    this.addSql('alter table "restructuring_effect" enable row level security');
    this.addSql('alter table "restructuring_effect" force row level security');
    this.addSql(
      `create policy "own_town" on "restructuring_effect" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      'alter table "lineage" add constraint "lineage_town_id_restructuring_id_foreign" foreign key ("town_id", "restructuring_id") references "restructuring" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "lineage" add constraint "lineage_town_id_predecessor_id_foreign" foreign key ("town_id", "predecessor_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "lineage" add constraint "lineage_town_id_successor_id_foreign" foreign key ("town_id", "successor_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql('alter table "lineage" enable row level security');
    this.addSql('alter table "lineage" force row level security');
    this.addSql(
      `create policy "own_town" on "lineage" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      `create policy "district_reads" on "lineage" for select to "app_district" using (town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[]))`,
    );
    this.addSql(
      'alter table "household_block" add constraint "household_block_town_id_household_id_foreign" foreign key ("town_id", "household_id") references "household" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "household_block" add constraint "household_block_town_id_block_id_foreign" foreign key ("town_id", "block_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "household_block" add constraint "household_block_town_id_overlay_id_foreign" foreign key ("town_id", "overlay_id") references "tree_overlay" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "household_block" add constraint "household_block_town_id_head_id_foreign" foreign key ("town_id", "head_id") references "team_member" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "household_block" add constraint "household_block_town_id_restructuring_id_foreign" foreign key ("town_id", "restructuring_id") references "restructuring" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "household_block" add constraint "household_block_town_id_superseded_by_id_foreign" foreign key ("town_id", "superseded_by_id") references "restructuring" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "household_block" add constraint "household_block_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      `alter table "household_block" add constraint "household_block_overlap" EXCLUDE USING gist (town_id WITH =, household_id WITH =, COALESCE(overlay_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL)`,
    );
    this.addSql('alter table "household_block" enable row level security');
    this.addSql('alter table "household_block" force row level security');
    this.addSql(
      `create policy "own_town" on "household_block" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      'alter table "contact" add constraint "contact_town_id_household_id_foreign" foreign key ("town_id", "household_id") references "household" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "contact" add constraint "contact_town_id_block_id_foreign" foreign key ("town_id", "block_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql('alter table "contact" enable row level security');
    this.addSql('alter table "contact" force row level security');
    this.addSql(
      `create policy "own_town" on "contact" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql('grant select, insert, update on restructuring, tree_overlay, household to app_town');
    this.addSql('grant select, insert on restructuring_effect, lineage, household_block, contact to app_town');
    this.addSql('grant update (voided_at) on lineage to app_town');
    this.addSql(
      'grant update (superseded_at, superseded_by_id) on unit_version, team_version, household_block to app_town',
    );
    this.addSql('grant select on lineage, tree_overlay to app_district');
  }
}
