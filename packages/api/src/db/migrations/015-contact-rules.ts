import { Migration } from '@mikro-orm/migrations';

/** A household is in a category because of one of its members, or as a whole, and a visit may have found it out. */
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
  }
}
