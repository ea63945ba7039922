import { Migration } from '@mikro-orm/migrations';

/** Whether an application keeps a secret, which people let it act for them, and through which somebody looked. */
export class ApplicationGrants extends Migration {
  override up(): void {
    this.addSql('alter table "application" add column "confidential" boolean not null default true');
    this.addSql('alter table "application" alter column "confidential" drop default');
    this.addSql('alter table "audit_reading" add column "application_id" uuid null');
    this.addSql(
      'create table "application_grant" ("id" uuid not null, "application_id" uuid not null, "account_id" uuid not null, "scopes" text[] not null, "granted_at" timestamptz not null, "expires_at" timestamptz not null, "ended_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create index "application_grant_account_id_index" on "application_grant" ("account_id")');
    this.addSql(
      'alter table "application_grant" add constraint "application_grant_application_id_foreign" foreign key ("application_id") references "application" ("id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "application_grant" add constraint "application_grant_account_id_foreign" foreign key ("account_id") references "account" ("id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "application_grant" add constraint "application_grant_once" EXCLUDE USING gist (application_id WITH =, account_id WITH =) WHERE (ended_at IS NULL)',
    );
    this.addSql('alter table "application_grant" enable row level security');
    this.addSql('alter table "application_grant" force row level security');
    this.addSql('create policy "sign_in" on "application_grant" to "app_signin" using (true) with check (true)');
    this.addSql('grant select, insert on application_grant to app_signin');
    this.addSql('grant update (scopes, granted_at, expires_at, ended_at) on application_grant to app_signin');
  }
}
