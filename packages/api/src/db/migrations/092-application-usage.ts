import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofOwner = `global_owner_id = nullif(current_setting('app.account_id'::text, true), ''::text)::uuid`;

/** How much applications ask for, by town and by hour and day. */
export class ApplicationUsage extends Migration {
  override up(): void {
    this.addSql(
      `create table "application_usage" ("town_id" bigint not null, "global_application_id" uuid not null, "step" text not null, "begins" timestamptz not null, "global_owner_id" uuid not null, "operations" bigint not null, "errors" bigint not null, "over_budget" bigint not null, "over_limit" bigint not null, "asked" bigint not null, "used" bigint not null, primary key ("town_id", "global_application_id", "step", "begins"))`,
    );
    this.addSql(
      `alter table "application_usage" add constraint "application_usage_step_check" check ("step" in ('HOUR', 'DAY'))`,
    );
    this.addSql(
      'create index "application_usage_global_application_id_step_begins_index" on "application_usage" ("global_application_id", "step", "begins")',
    );
    this.addSql('alter table "application_usage" enable row level security');
    this.addSql('alter table "application_usage" force row level security');
    this.addSql(
      `create policy "own_town" on "application_usage" to "app_town" using (${ofTown}) with check (${ofTown})`,
    );
    this.addSql('create policy "counted" on "application_usage" to "app_platform" using (true) with check (true)');
    this.addSql(`create policy "shown_to_owner" on "application_usage" for select to "app_signin" using (${ofOwner})`);
    this.addSql('grant select on application_usage to app_town, app_signin');
    this.addSql('grant select, insert, delete on application_usage to app_platform');
    this.addSql(
      'grant update (operations, errors, over_budget, over_limit, asked, used) on application_usage to app_platform',
    );
  }
}
