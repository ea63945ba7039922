import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofDistrict = `town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;

const tables = ['figure_snapshot', 'figure_snapshot_scope', 'figure_reopening'];

/** The figures of closed periods. Nobody may change or delete a row of them, the town that closed the period neither. */
export class FigureSnapshots extends Migration {
  override up(): void {
    this.addSql(
      'create table "figure_snapshot" ("town_id" bigint not null, "id" uuid not null, "length" text not null, "first_day" date not null, "last_day" date not null, "number" int not null, "definitions" jsonb not null, "closed_at" timestamptz not null, "closed_by" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "figure_snapshot" add constraint "figure_snapshot_town_id_first_day_last_day_number_unique" unique ("town_id", "first_day", "last_day", "number")',
    );
    this.addSql(
      'create table "figure_snapshot_scope" ("town_id" bigint not null, "id" uuid not null, "snapshot_id" uuid not null, "position" int not null, "unit_id" uuid null, "kind_id" uuid null, "name" text not null, "unit_kind" text null, "figures" jsonb not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "figure_snapshot_scope_town_id_unit_id_index" on "figure_snapshot_scope" ("town_id", "unit_id")',
    );
    this.addSql(
      'create index "figure_snapshot_scope_town_id_kind_id_index" on "figure_snapshot_scope" ("town_id", "kind_id")',
    );
    this.addSql(
      'alter table "figure_snapshot_scope" add constraint "figure_snapshot_scope_town_id_snapshot_id_position_unique" unique ("town_id", "snapshot_id", "position")',
    );
    this.addSql(
      'create table "figure_reopening" ("town_id" bigint not null, "id" uuid not null, "snapshot_id" uuid not null, "because" text not null, "reopened_at" timestamptz not null, "reopened_by" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "figure_reopening" add constraint "figure_reopening_town_id_snapshot_id_unique" unique ("town_id", "snapshot_id")',
    );
    this.addSql(
      `alter table "figure_snapshot" add constraint "figure_snapshot_length_check" check ("length" in ('MONTH', 'QUARTER', 'YEAR'))`,
    );
    for (const [column, other] of [
      ['snapshot', 'figure_snapshot'],
      ['unit', 'unit'],
      ['kind', 'organization_kind'],
    ]) {
      this.addSql(
        `alter table "figure_snapshot_scope" add constraint "figure_snapshot_scope_town_id_${column}_id_foreign" foreign key ("town_id", "${column}_id") references "${other}" ("town_id", "id") on update no action on delete no action`,
      );
    }
    this.addSql(
      'alter table "figure_snapshot_scope" add constraint "figure_snapshot_scope_of" check (num_nonnulls(unit_id, kind_id) <= 1)',
    );
    this.addSql(
      `alter table "figure_snapshot_scope" add constraint "figure_snapshot_scope_unit_kind_check" check ("unit_kind" in ('TOWN', 'SERVICE_AREA', 'COMMUNITY', 'VILLAGE', 'COMMITTEE', 'SPECIAL_AREA', 'PARK', 'BLOCK', 'BUILDING'))`,
    );
    this.addSql(
      'alter table "figure_reopening" add constraint "figure_reopening_town_id_snapshot_id_foreign" foreign key ("town_id", "snapshot_id") references "figure_snapshot" ("town_id", "id") on update no action on delete no action',
    );
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
      this.addSql(`create policy "district_reads" on "${table}" for select to "app_district" using (${ofDistrict})`);
    }
    this.addSql(`grant select, insert on ${tables.join(', ')} to app_town`);
    this.addSql(`grant select on ${tables.join(', ')} to app_district`);
  }
}
