import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

/**
 * Contacts become visits with what was said at them. Of a contact from before only the day is known: it counts as a
 * visit at home, and its must-records say that they were not kept.
 */
export class Visits extends Migration {
  override up(): void {
    this.addSql('drop index "contact_town_id_block_id_contacted_on_index"');
    this.addSql('drop index "contact_town_id_household_id_index"');
    this.addSql('drop index "contact_town_id_contacted_on_block_id_household_id_index"');
    this.addSql('alter table "contact" no force row level security');
    this.addSql('alter table "contact" rename to "visit"');
    this.addSql('alter table "visit" rename column "contacted_on" to "visited_on"');
    this.addSql('alter table "visit" rename constraint "contact_pkey" to "visit_pkey"');
    for (const [column, table] of [
      ['household', 'household'],
      ['block', 'unit'],
    ]) {
      this.addSql(`alter table "visit" drop constraint "contact_town_id_${column}_id_foreign"`);
      this.addSql(
        `alter table "visit" add constraint "visit_town_id_${column}_id_foreign" foreign key ("town_id", "${column}_id") references "${table}" ("town_id", "id") on update no action on delete no action`,
      );
    }
    this.addSql(
      'alter table "visit" add column "way" text not null default \'AT_HOME\', add column "noted_at" timestamptz null, add column "recorded_by" uuid null, add column "sent_hash" text null, add column "withdrawn_at" timestamptz null, add column "withdrawn_by" uuid null, add column "withdrawn_reason" text null, add column "version" int not null default 1',
    );
    this.addSql('update "visit" set "noted_at" = "recorded_at"');
    this.addSql('alter table "visit" alter column "noted_at" set not null, alter column "way" drop default');
    this.addSql(
      'alter table "visit" add constraint "visit_way_check" check ("way" in (\'AT_HOME\', \'TELEPHONE\', \'APPOINTMENT\'))',
    );
    this.addSql(
      'create index "visit_town_id_block_id_visited_on_index" on "visit" ("town_id", "block_id", "visited_on")',
    );
    this.addSql(
      'create index "visit_town_id_household_id_visited_on_index" on "visit" ("town_id", "household_id", "visited_on")',
    );
    this.addSql(
      'create index "visit_town_id_visited_on_block_id_household_id_index" on "visit" ("town_id", "visited_on", "block_id", "household_id") where withdrawn_at is null',
    );

    this.addSql(
      'create table "visit_version" ("town_id" bigint not null, "id" uuid not null, "visit_id" uuid not null, "number" int not null, "visited_on" date not null, "way" text not null, "situation" text not null, "demand" text not null, "service" text not null, "outcome" text null, "reason" text null, "written_at" timestamptz not null, "written_by" uuid null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "visit_version" add constraint "visit_version_town_id_visit_id_foreign" foreign key ("town_id", "visit_id") references "visit" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "visit_version" add constraint "visit_version_town_id_visit_id_number_unique" unique ("town_id", "visit_id", "number")',
    );
    this.addSql(
      'alter table "visit_version" add constraint "visit_version_way_check" check ("way" in (\'AT_HOME\', \'TELEPHONE\', \'APPOINTMENT\'))',
    );
    this.addSql(
      `insert into "visit_version" select "town_id", gen_random_uuid(), "id", 1, "visited_on", "way", '此前只记录联系日期，未记', '此前只记录联系日期，未记', '此前只记录联系日期，未记', null, null, "recorded_at", null from "visit"`,
    );
    this.addSql(
      'create table "visit_visitor" ("town_id" bigint not null, "id" uuid not null, "version_id" uuid not null, "person_id" uuid not null, primary key ("town_id", "id"))',
    );
    for (const [column, table] of [
      ['version', 'visit_version'],
      ['person', 'person'],
    ]) {
      this.addSql(
        `alter table "visit_visitor" add constraint "visit_visitor_town_id_${column}_id_foreign" foreign key ("town_id", "${column}_id") references "${table}" ("town_id", "id") on update no action on delete no action`,
      );
    }
    this.addSql(
      'alter table "visit_visitor" add constraint "visit_visitor_town_id_version_id_person_id_unique" unique ("town_id", "version_id", "person_id")',
    );
    this.addSql('create index "visit_visitor_town_id_person_id_index" on "visit_visitor" ("town_id", "person_id")');
    this.addSql('alter table "visit" force row level security');
    for (const table of ['visit_version', 'visit_visitor']) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`);
    }
    this.addSql('grant select, insert on visit_version, visit_visitor to app_town');
    this.addSql(
      'grant update (block_id, visited_on, way, withdrawn_at, withdrawn_by, withdrawn_reason, version) on visit to app_town',
    );
    this.addSql('grant select (way, withdrawn_at) on visit to app_district');
  }
}
