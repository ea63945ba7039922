import { Migration } from '@mikro-orm/migrations';

/** What a name looks like 外观: without case, width, spaces and marks, and with one sign in the place of those that are taken for each other. */
const plainName = `
  create function app.plain_name(name text) returns text language sql immutable parallel safe as $$
    select replace(replace(replace(translate(
      regexp_replace(translate(lower(normalize(name, NFKC)), '!丨〇口8莊', 'lloob庄'), '[[:space:]!-/:-@\\[-\`{-~·・•—–…、。，：；“”‘’《》【】]+', '', 'g'),
      'i10連鎮鄉區縣臺', 'llo连镇乡区县台'), 'rn', 'm'), 'vv', 'w'), 'cl', 'd')
  $$`;

/**
 * Applications go by names that are not taken for a town's or another's. A consent keeps what the application said of itself when a town decided; that it
 * says something else since is noted in the town's trail of what applications changed. What an application stored is forgotten with it.
 */
export class ApplicationNames extends Migration {
  override up(): void {
    this.addSql(plainName);
    this.addSql('revoke execute on function app.plain_name(text) from public');
    this.addSql('grant execute on function app.plain_name(text) to app_signin');
    this.addSql('create index "application_plain_name" on "application" (app.plain_name(name)) where ended_at is null');
    for (const column of ['application_name', 'application_description'])
      this.addSql(`alter table "application_consent" add column "${column}" text null`);
    const tables = ['application', 'application_consent', 'stored_operation'];
    // An owner that is no superuser sees rows only while row-level security is not forced on it.
    for (const table of tables) this.addSql(`alter table "${table}" no force row level security`);
    this.addSql(
      'update application_consent set application_name = a.name, application_description = a.description from application a where a.id = global_application_id',
    );
    this.addSql(
      'delete from stored_operation using application a where a.id = application_id and a.ended_at is not null',
    );
    for (const table of tables) this.addSql(`alter table "${table}" force row level security`);
    for (const column of ['application_name', 'application_description'])
      this.addSql(`alter table "application_consent" alter column "${column}" set not null`);
    this.addSql('grant select (description) on application to app_town');
    this.addSql(
      `create policy "developer" on "application_change" for insert to "app_signin" with check (account_id = nullif(current_setting('app.account_id'::text, true), ''::text)::uuid)`,
    );
    this.addSql('grant insert on application_change to app_signin');
  }
}
