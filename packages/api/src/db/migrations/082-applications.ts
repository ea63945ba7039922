import { Migration } from '@mikro-orm/migrations';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofAccount = `global_account_id = nullif(current_setting('app.account_id'::text, true), ''::text)::uuid`;

/** Applications of third parties, their secrets, and what towns let them do. */
export class Applications extends Migration {
  override up(): void {
    this.addSql(
      'create table "application" ("id" uuid not null, "account_id" uuid not null, "owner_id" uuid not null, "name" text not null, "description" text not null, "homepage" text null, "redirect_uris" text[] not null, "scopes" text[] not null, "created_at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('alter table "application" add constraint "application_account_id_unique" unique ("account_id")');
    this.addSql('create index "application_owner_id_index" on "application" ("owner_id")');
    this.addSql(
      'alter table "application" add constraint "application_account_id_foreign" foreign key ("account_id") references "account" ("id") on update no action on delete no action',
    );
    this.addSql(
      'create table "application_secret" ("id" uuid not null, "application_id" uuid not null, "hash" text not null, "hint" text not null, "created_at" timestamptz not null, "revoked_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create index "application_secret_application_id_index" on "application_secret" ("application_id")');
    this.addSql(
      'alter table "application_secret" add constraint "application_secret_application_id_foreign" foreign key ("application_id") references "application" ("id") on update no action on delete no action',
    );
    this.addSql(
      'create table "application_consent" ("town_id" bigint not null, "id" uuid not null, "global_application_id" uuid not null, "global_account_id" uuid not null, "scopes" text[] not null, "granted_at" timestamptz not null, "granted_by" uuid not null, "valid_to" date null, "ended_at" timestamptz null, "ended_by" uuid null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "application_consent_global_account_id_index" on "application_consent" ("global_account_id")',
    );
    this.addSql(
      'alter table "application_consent" add constraint "application_consent_once" EXCLUDE USING gist (town_id WITH =, global_application_id WITH =) WHERE (ended_at IS NULL)',
    );
    for (const table of ['application', 'application_secret', 'application_consent']) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
    }
    this.addSql('create policy "sign_in" on "application" to "app_signin" using (true) with check (true)');
    this.addSql('create policy "shown_to_towns" on "application" for select to "app_town" using (true)');
    this.addSql('create policy "sign_in" on "application_secret" to "app_signin" using (true) with check (true)');
    this.addSql(
      `create policy "own_town" on "application_consent" to "app_town" using (${ofTown}) with check (${ofTown})`,
    );
    this.addSql(
      `create policy "own_consents" on "application_consent" for select to "app_signin" using (${ofAccount})`,
    );
    this.addSql('grant select, insert on application, application_secret to app_signin');
    this.addSql(
      'grant update (name, description, homepage, redirect_uris, scopes, ended_at) on application to app_signin',
    );
    this.addSql('grant update (revoked_at) on application_secret to app_signin');
    this.addSql('grant select (id, account_id, name, scopes, ended_at) on application to app_town');
    this.addSql('grant select, insert on application_consent to app_town');
    this.addSql('grant update (ended_at, ended_by) on application_consent to app_town');
    this.addSql('grant select on application_consent to app_signin');
  }
}
