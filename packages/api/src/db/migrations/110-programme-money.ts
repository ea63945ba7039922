import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

/** What a programme is to cost, and what was spent for it. */
export class ProgrammeMoney extends Migration {
  override up(): void {
    this.addSql('alter table "programme" add "budget" bigint null, add "cost_per_head" bigint null');
    this.addSql('alter table "programme" add constraint "programme_money" check (budget > 0 and cost_per_head > 0)');
    this.addSql('grant update (budget, cost_per_head) on "programme" to app_town');
    this.addSql(
      'create table "programme_spending" ("town_id" bigint not null, "id" uuid not null, "programme_id" uuid not null, "amount" bigint not null, "spent_on" date not null, "text" text not null, "recorded_at" timestamptz not null, "recorded_by" uuid not null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "programme_spending_town_id_programme_id_index" on "programme_spending" ("town_id", "programme_id")',
    );
    this.addSql('alter table "programme_spending" add constraint "programme_spending_amount" check (amount <> 0)');
    this.addSql(
      'alter table "programme_spending" add constraint "programme_spending_town_id_programme_id_foreign" foreign key ("town_id", "programme_id") references "programme" ("town_id", "id") on update no action on delete no action',
    );
    this.addSql('alter table "programme_spending" enable row level security');
    this.addSql('alter table "programme_spending" force row level security');
    this.addSql(
      `create policy "own_town" on "programme_spending" to "app_town" using (${ofTown}) with check (${ofTown})`,
    );
    this.addSql('grant select, insert on "programme_spending" to app_town');
    this.addSql('grant select (town_id), delete on "programme_spending" to app_sandbox');
  }
}
