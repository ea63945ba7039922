import { Migration } from '@mikro-orm/migrations';

/** That households come into categories and out of them stands in their records. */
export class CategoriesInRecords extends Migration {
  override up(): void {
    this.addSql('alter table "household_event" add column "household_category_id" uuid null');
    this.addSql(
      'alter table "household_event" add constraint "household_event_town_id_household_category_id_foreign" foreign key ("town_id", "household_category_id") references "household_category" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql('alter table "household_event" drop constraint "household_event_kind_check"');
    this.addSql(
      `alter table "household_event" add constraint "household_event_kind_check" check ("kind" in ('REGISTERED', 'MOVED', 'ENDED', 'ADDRESS_SET', 'RESIDENT_ADDED', 'RESIDENT_REVISED', 'RESIDENT_LEFT', 'HEAD_CHANGED', 'CATEGORIZED', 'UNCATEGORIZED'))`,
    );
  }
}
