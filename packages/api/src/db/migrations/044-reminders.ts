import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

/** Who is reminded of which request, why, and whether they have seen it. */
export class Reminders extends Migration {
  override up(): void {
    this.addSql(
      'create table "reminder" ("town_id" bigint not null, "id" uuid not null, "account_id" uuid not null, "request_id" uuid not null, "kind" text not null, "since" date not null, "holder_id" uuid null, "made_at" timestamptz not null, "seen_at" timestamptz null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "reminder_town_id_request_id_index" on "reminder" ("town_id", "request_id")');
    this.addSql(
      'alter table "reminder" add constraint "reminder_town_id_account_id_request_id_kind_since_unique" unique ("town_id", "account_id", "request_id", "kind", "since")',
    );
    this.addSql(
      'alter table "reminder" add constraint "reminder_town_id_request_id_foreign" foreign key ("town_id", "request_id") references "request" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "reminder" add constraint "reminder_town_id_holder_id_foreign" foreign key ("town_id", "holder_id") references "person" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "reminder" add constraint "reminder_kind_check" check ("kind" in ('DUE_SOON', 'OVERDUE', 'FOLLOW_UP'))`,
    );
    this.addSql('alter table "reminder" enable row level security');
    this.addSql('alter table "reminder" force row level security');
    this.addSql(`create policy "own_town" on "reminder" to "app_town" using (${ofTown}) with check (${ofTown})`);
    this.addSql('grant select, insert, delete on reminder to app_town');
    this.addSql('grant update (seen_at) on reminder to app_town');
  }
}
