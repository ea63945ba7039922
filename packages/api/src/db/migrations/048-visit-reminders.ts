import { Migration } from '@mikro-orm/migrations';

/** Reminders of households that must be visited at once. */
export class VisitReminders extends Migration {
  override up(): void {
    this.addSql('alter table "reminder" alter column "request_id" drop not null');
    this.addSql('alter table "reminder" add column "household_id" uuid null');
    this.addSql(
      'alter table "reminder" add constraint "reminder_town_id_household_id_foreign" foreign key ("town_id", "household_id") references "household" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql('create index "reminder_town_id_household_id_index" on "reminder" ("town_id", "household_id")');
    this.addSql(
      'alter table "reminder" add constraint "reminder_town_id_account_id_household_id_kind_since_unique" unique ("town_id", "account_id", "household_id", "kind", "since")',
    );
    this.addSql(
      'alter table "reminder" add constraint "reminder_of_request_or_household" check (num_nonnulls(request_id, household_id) = 1)',
    );
    this.addSql('alter table "reminder" drop constraint "reminder_kind_check"');
    this.addSql(
      `alter table "reminder" add constraint "reminder_kind_check" check ("kind" in ('DUE_SOON', 'OVERDUE', 'FOLLOW_UP', 'VISIT'))`,
    );
  }
}
