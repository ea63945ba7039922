import { Migration } from '@mikro-orm/migrations';

/** Where households live over time, and the record of what was changed of them and of who is in them. */
export class HouseholdRecord extends Migration {
  override up(): void {
    this.addSql(
      'create table "household_address" ("town_id" bigint not null, "id" uuid not null, "household_id" uuid not null, "address" text not null, "valid_from" date not null, "valid_to" date null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "household_address_town_id_household_id_index" on "household_address" ("town_id", "household_id")',
    );
    this.addSql(
      'create table "household_event" ("town_id" bigint not null, "id" uuid not null, "household_id" uuid not null, "kind" text not null, "recorded_at" timestamptz not null, "position" int not null, "account_id" uuid not null, "day" date not null, "resident_id" uuid null, "other_id" uuid null, "changes" jsonb not null, "version" int null, "visit_id" uuid null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "household_event_town_id_household_id_recorded_at_index" on "household_event" ("town_id", "household_id", "recorded_at")',
    );
    this.addSql(
      'create index "household_event_town_id_resident_id_index" on "household_event" ("town_id", "resident_id")',
    );
    this.addSql('create index "household_event_town_id_visit_id_index" on "household_event" ("town_id", "visit_id")');
    this.addSql(
      'alter table "household_address" add constraint "household_address_town_id_household_id_foreign" foreign key ("town_id", "household_id") references "household" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "household_address" add constraint "household_address_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "household_address" add constraint "household_address_once" EXCLUDE USING gist (town_id WITH =, household_id WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql('alter table "household_address" enable row level security');
    this.addSql('alter table "household_address" force row level security');
    this.addSql(
      `create policy "own_town" on "household_address" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql(
      'alter table "household_event" add constraint "household_event_town_id_household_id_foreign" foreign key ("town_id", "household_id") references "household" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "household_event" add constraint "household_event_town_id_resident_id_foreign" foreign key ("town_id", "resident_id") references "resident" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "household_event" add constraint "household_event_town_id_other_id_foreign" foreign key ("town_id", "other_id") references "household" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "household_event" add constraint "household_event_town_id_visit_id_foreign" foreign key ("town_id", "visit_id") references "visit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "household_event" add constraint "household_event_kind_check" check ("kind" in ('REGISTERED', 'MOVED', 'ENDED', 'ADDRESS_SET', 'RESIDENT_ADDED', 'RESIDENT_REVISED', 'RESIDENT_LEFT', 'HEAD_CHANGED'))`,
    );
    this.addSql('alter table "household_event" enable row level security');
    this.addSql('alter table "household_event" force row level security');
    this.addSql(
      `create policy "own_town" on "household_event" to "app_town" using (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint) with check (town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`,
    );
    this.addSql('grant select, insert, update (valid_to) on household_address to app_town');
    this.addSql('grant select, insert on household_event to app_town');
  }
}
