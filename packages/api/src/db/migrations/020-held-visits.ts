import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

/** Visits that could not be taken when they were sent, with the reason and what became of them. */
export class HeldVisits extends Migration {
  override up(): void {
    this.addSql(
      'create table "held_visit" ("town_id" bigint not null, "id" uuid not null, "client_id" uuid not null, "account_id" uuid not null, "teams" uuid[] not null, "household_id" uuid null, "sent" jsonb not null, "code" text not null, "message_key" text not null, "message_values" jsonb not null, "field" text null, "received_at" timestamptz not null, "tried_at" timestamptz not null, "settled" text null, "settled_at" timestamptz null, "settled_by" uuid null, "settled_reason" text null, primary key ("town_id", "id"))',
    );
    this.addSql('create index "held_visit_town_id_received_at_index" on "held_visit" ("town_id", "received_at")');
    this.addSql('create index "held_visit_town_id_household_id_index" on "held_visit" ("town_id", "household_id")');
    this.addSql(
      'alter table "held_visit" add constraint "held_visit_town_id_account_id_client_id_unique" unique ("town_id", "account_id", "client_id")',
    );
    this.addSql(
      'alter table "held_visit" add constraint "held_visit_town_id_household_id_foreign" foreign key ("town_id", "household_id") references "household" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql(
      `alter table "held_visit" add constraint "held_visit_settled_check" check ("settled" in ('RECORDED', 'DROPPED'))`,
    );
    this.addSql('alter table "held_visit" enable row level security');
    this.addSql('alter table "held_visit" force row level security');
    this.addSql(`create policy "own_town" on "held_visit" to "app_town" using (${ofTown}) with check (${ofTown})`);
    this.addSql('grant select, insert on held_visit to app_town');
    this.addSql(
      'grant update (code, message_key, message_values, field, tried_at, settled, settled_at, settled_by, settled_reason) on held_visit to app_town',
    );
  }
}
