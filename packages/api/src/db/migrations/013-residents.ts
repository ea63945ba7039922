import { Migration } from '@mikro-orm/migrations';

/** Residents and the households that they are in, over time. */
export class Residents extends Migration {
  override up(): void {
    this.addSql(
      'create table "resident" ("town_id" bigint not null, "id" uuid not null, "name" text not null, "birth_year" smallint null, "telephone" text null, "audit_key" uuid not null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql('create index "resident_town_id_telephone_index" on "resident" ("town_id", "telephone")');
    this.addSql(
      'create table "resident_stay" ("town_id" bigint not null, "id" uuid not null, "resident_id" uuid not null, "household_id" uuid not null, "head" boolean not null, "valid_from" date not null, "valid_to" date null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "resident_stay_town_id_household_id_index" on "resident_stay" ("town_id", "household_id")',
    );
    this.addSql('create index "resident_stay_town_id_resident_id_index" on "resident_stay" ("town_id", "resident_id")');
    this.addSql('alter table "household" add "audit_key" uuid not null default gen_random_uuid()');
    this.addSql('alter table "resident" enable row level security');
    this.addSql('alter table "resident" force row level security');
    this.addSql(
      `create policy "own_town" on "resident" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      'alter table "resident_stay" add constraint "resident_stay_town_id_resident_id_foreign" foreign key ("town_id", "resident_id") references "resident" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "resident_stay" add constraint "resident_stay_town_id_household_id_foreign" foreign key ("town_id", "household_id") references "household" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "resident_stay" add constraint "resident_stay_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "resident_stay" add constraint "resident_stay_once" EXCLUDE USING gist (town_id WITH =, resident_id WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql(
      'alter table "resident_stay" add constraint "resident_stay_one_head" EXCLUDE USING gist (town_id WITH =, household_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (head)',
    );
    this.addSql('alter table "resident_stay" enable row level security');
    this.addSql('alter table "resident_stay" force row level security');
    this.addSql(
      `create policy "own_town" on "resident_stay" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql('grant select, insert, update on resident to app_town');
    this.addSql('grant select, insert, update (valid_to) on resident_stay to app_town');
  }
}
