import { Migration } from '@mikro-orm/migrations';

/** Whoever registered an application sees what towns have consented to. */
export class ConsentsShown extends Migration {
  override up(): void {
    this.addSql('alter table "application_consent" add column "global_owner_id" uuid null');
    // An owner that is no superuser sees rows only while row-level security is not forced on it.
    for (const table of ['application', 'application_consent'])
      this.addSql(`alter table "${table}" no force row level security`);
    this.addSql(
      'update application_consent set global_owner_id = owner_id from application where application.id = global_application_id',
    );
    for (const table of ['application', 'application_consent'])
      this.addSql(`alter table "${table}" force row level security`);
    this.addSql('alter table "application_consent" alter column "global_owner_id" set not null');
    this.addSql(
      'create index "application_consent_global_owner_id_index" on "application_consent" ("global_owner_id")',
    );
    this.addSql(
      `create policy "shown_to_owner" on "application_consent" for select to "app_signin" using (global_owner_id = nullif(current_setting('app.account_id'::text, true), ''::text)::uuid)`,
    );
    this.addSql('grant select (owner_id) on application to app_town');
  }
}
