import { Migration } from '@mikro-orm/migrations';

const ownTown = `(town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint)`;

const anyWay = `array['AT_HOME', 'TELEPHONE', 'APPOINTMENT']`;

/** What towns start with at the time of this migration, for those that are set up already. */
const standard = `
  select town.id as town_id, null::uuid as category_id, 12 as months, null::int as days, ${anyWay} as ways, null::text as note
  from town where set_up_on is not null
  union all
  select town_id, id, case "group" when 'RESOURCE' then 12 else 3 end, case "group" when 'MUST_VISIT' then 3 end,
    case "group" when 'MUST_VISIT' then array['AT_HOME'] else ${anyWay} end,
    case "group" when 'RESOURCE' then '在工作时间以外联系' end
  from category where valid_to is null`;

/**
 * How often households are to be contacted. They are in a category as a whole or because of one of their members, and a
 * visit may have found it out.
 */
export class ContactRules extends Migration {
  override up(): void {
    this.addSql('alter table "household_category" drop constraint "household_category_once"');
    this.addSql(
      'alter table "household_category" add column "resident_id" uuid null, add column "begun_visit_id" uuid null, add column "ended_visit_id" uuid null',
    );
    for (const [column, table] of [
      ['resident', 'resident'],
      ['begun_visit', 'visit'],
      ['ended_visit', 'visit'],
    ]) {
      this.addSql(
        `alter table "household_category" add constraint "household_category_town_id_${column}_id_foreign" foreign key ("town_id", "${column}_id") references "${table}" ("town_id", "id") on update no action on delete no action`,
      );
    }
    for (const visit of ['begun_visit_id', 'ended_visit_id']) {
      this.addSql(
        `create index "household_category_town_id_${visit}_index" on "household_category" ("town_id", "${visit}") where ${visit} is not null`,
      );
    }
    this.addSql(
      'alter table "household_category" add constraint "household_category_once" EXCLUDE USING gist (town_id WITH =, household_id WITH =, category_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (resident_id IS NULL)',
    );
    this.addSql('grant update (ended_visit_id) on household_category to app_town');

    this.addSql(
      'create table "contact_rule" ("town_id" bigint not null, "id" uuid not null, "category_id" uuid null, "every_months" int null, "first_within_days" int null, "ways" text[] not null, "note" text null, "valid_from" date not null, "valid_to" date null, "recorded_at" timestamptz not null, "recorded_by" uuid null, "superseded_at" timestamptz null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "contact_rule_town_id_category_id_index" on "contact_rule" ("town_id", "category_id")');
    this.addSql('alter table "category" no force row level security');
    this.addSql(
      `insert into "contact_rule" ("town_id", "id", "category_id", "every_months", "first_within_days", "ways", "note", "valid_from", "recorded_at") select town_id, gen_random_uuid(), category_id, months, days, ways, note, '1949-10-01', now() from (${standard}) as standard`,
    );
    this.addSql('alter table "category" force row level security');
    this.addSql(
      'alter table "contact_rule" add constraint "contact_rule_town_id_category_id_foreign" foreign key ("town_id", "category_id") references "category" ("town_id", "id") on update no action on delete no action',
    );
    for (const [name, check] of [
      ['forward', 'valid_to is null or valid_to >= valid_from'],
      ['asks', 'num_nonnulls(every_months, first_within_days) > 0'],
      ['months', 'every_months >= 1 and every_months <= 24'],
      ['days', 'first_within_days >= 0 and first_within_days <= 60'],
      ['ways', `cardinality(ways) > 0 and ways <@ ${anyWay}`],
    ]) {
      this.addSql(`alter table "contact_rule" add constraint "contact_rule_${name}" check (${check})`);
    }
    this.addSql(
      `alter table "contact_rule" add constraint "contact_rule_overlap" EXCLUDE USING gist (town_id WITH =, COALESCE(category_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL)`,
    );
    this.addSql('alter table "contact_rule" enable row level security');
    this.addSql('alter table "contact_rule" force row level security');
    this.addSql(`create policy "own_town" on "contact_rule" to "app_town" using ${ownTown} with check ${ownTown}`);
    this.addSql('grant select, insert on contact_rule to app_town');
    this.addSql('grant update (superseded_at) on contact_rule to app_town');
  }
}
