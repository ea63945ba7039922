import { Migration } from '@mikro-orm/migrations';

const ownTown = `(town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`;

/** What towns start with at the time of this migration, for those that are set up already. */
const standard = [
  `('RESOURCE', '教师', false, 1), ('RESOURCE', '医务工作者', false, 2), ('RESOURCE', '律师', false, 3)`,
  `('KEY', '纯老家庭', false, 1), ('KEY', '残疾人家庭', true, 2), ('KEY', '重病家庭', true, 3)`,
  `('KEY', '优抚家庭', false, 4), ('KEY', '群租户', false, 5)`,
  `('MUST_VISIT', '独居老人', false, 1), ('MUST_VISIT', '新入住家庭', false, 2), ('MUST_VISIT', '困难家庭', false, 3)`,
  `('MUST_VISIT', '老干部家庭', false, 4), ('MUST_VISIT', '矛盾家庭', false, 5)`,
].join(', ');

/** Towns' categories of households, and which households are in them. */
export class Categories extends Migration {
  override up(): void {
    this.addSql(
      'create table "category" ("town_id" bigint not null, "id" uuid not null, "name" text not null, "group" text not null, "sensitive" boolean not null, "position" int not null, "valid_from" date not null, "valid_to" date null, "version" int not null default 1, primary key ("town_id", "id"))',
    );
    this.addSql(
      'alter table "category" add constraint "category_life_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "category" add constraint "category_name" EXCLUDE USING gist (town_id WITH =, name WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    this.addSql(
      `alter table "category" add constraint "category_group_check" check ("group" in ('RESOURCE', 'KEY', 'MUST_VISIT'))`,
    );
    this.addSql(
      `insert into "category" ("town_id", "id", "name", "group", "sensitive", "position", "valid_from") select town.id, gen_random_uuid(), standard.name, standard."group", standard.sensitive, standard.position, '1949-10-01' from town cross join (values ${standard}) as standard("group", name, sensitive, position) where town.set_up_on is not null`,
    );
    this.addSql(
      'create table "household_category" ("town_id" bigint not null, "id" uuid not null, "household_id" uuid not null, "category_id" uuid null, "reason" text null, "sealed" bytea null, "key_id" text null, "valid_from" date not null, "valid_to" date null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, "ended_at" timestamptz null, "ended_by" uuid null, primary key ("town_id", "id"))',
    );
    for (const other of ['household', 'category']) {
      this.addSql(
        `create index "household_category_town_id_${other}_id_index" on "household_category" ("town_id", "${other}_id")`,
      );
      this.addSql(
        `alter table "household_category" add constraint "household_category_town_id_${other}_id_foreign" foreign key ("town_id", "${other}_id") references "${other}" ("town_id", "id") on update no action on delete no action`,
      );
    }
    this.addSql(
      'alter table "household_category" add constraint "household_category_forward" check (valid_to is null or valid_to >= valid_from)',
    );
    this.addSql(
      'alter table "household_category" add constraint "household_category_sealed" check (case when sealed is null then category_id is not null and reason is not null and key_id is null else category_id is null and reason is null and key_id is not null end)',
    );
    this.addSql(
      'alter table "household_category" add constraint "household_category_once" EXCLUDE USING gist (town_id WITH =, household_id WITH =, category_id WITH =, daterange(valid_from, valid_to) WITH &&)',
    );
    for (const table of ['category', 'household_category']) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy "own_town" on "${table}" to "app_town" using ${ownTown} with check ${ownTown}`);
    }
    this.addSql('grant select, insert, update on category to app_town');
    this.addSql('grant select, insert on household_category to app_town');
    this.addSql('grant update (valid_to, ended_at, ended_by) on household_category to app_town');
  }
}
