import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofDistrict = `town_id = ANY ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;

const tables = ['reported_figure', 'reported_figure_version'];

/** What towns have published, with every version of it. Its district reads it beside what the records give. */
export class ReportedFigures extends Migration {
  override up(): void {
    this.addSql(
      'create table "reported_figure" ("town_id" bigint not null, "id" uuid not null, "indicator" text not null, "defined_since" date not null, "unit_id" uuid null, "kind_id" uuid null, "length" text not null, "first_day" date not null, "last_day" date not null, "withdrawn_at" timestamptz null, "withdrawn_by" uuid null, "withdrawn_because" text null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "reported_figure_town_id_last_day_id_index" on "reported_figure" ("town_id", "last_day", "id")',
    );
    this.addSql('create index "reported_figure_town_id_unit_id_index" on "reported_figure" ("town_id", "unit_id")');
    this.addSql('create index "reported_figure_town_id_kind_id_index" on "reported_figure" ("town_id", "kind_id")');
    this.addSql(
      'create table "reported_figure_version" ("town_id" bigint not null, "id" uuid not null, "reported_figure_id" uuid not null, "number" int not null, "value" text not null, "qualifier" text not null, "document" text not null, "page" text null, "published_on" date not null, "because" text null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "reported_figure_version" add constraint "reported_figure_version_town_id_reported_figure_i_0e607_unique" unique ("town_id", "reported_figure_id", "number")',
    );
    this.addSql(
      'alter table "reported_figure" add constraint "reported_figure_town_id_unit_id_foreign" foreign key ("town_id", "unit_id") references "unit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "reported_figure" add constraint "reported_figure_town_id_kind_id_foreign" foreign key ("town_id", "kind_id") references "organization_kind" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "reported_figure" add constraint "reported_figure_length_check" check ("length" in ('DAY', 'MONTH', 'QUARTER', 'YEAR'))`,
    );
    this.addSql(
      'alter table "reported_figure_version" add constraint "reported_figure_version_town_id_reported_figure_id_foreign" foreign key ("town_id", "reported_figure_id") references "reported_figure" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "reported_figure_version" add constraint "reported_figure_version_qualifier_check" check ("qualifier" in ('EXACT', 'NEARLY', 'OVER', 'ABOUT'))`,
    );
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
      this.addSql(`create policy "district_reads" on "${table}" for select to "app_district" using (${ofDistrict})`);
    }
    this.addSql(`grant select, insert on ${tables.join(', ')} to app_town`);
    this.addSql('grant update (withdrawn_at, withdrawn_by, withdrawn_because, version) on reported_figure to app_town');
    this.addSql(`grant select on ${tables.join(', ')} to app_district`);
  }
}
