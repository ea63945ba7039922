import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

/** What applications changed in a town. */
export class ApplicationChanges extends Migration {
  override up(): void {
    this.addSql(
      'create table "application_change" ("town_id" bigint not null, "id" uuid not null, "changed_at" timestamptz not null, "application_id" uuid not null, "account_id" uuid not null, "mutation" text not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "application_change_town_id_changed_at_id_index" on "application_change" ("town_id", "changed_at", "id")',
    );
    this.addSql('alter table "application_change" enable row level security');
    this.addSql('alter table "application_change" force row level security');
    this.addSql(
      `create policy "own_town" on "application_change" to "app_town" using (${ofTown}) with check (${ofTown})`,
    );
    this.addSql('grant select, insert on application_change to app_town');
  }
}
