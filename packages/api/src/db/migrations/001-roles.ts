import { Migration } from '@mikro-orm/migrations';

/**
 * The roles of the one door. The application signs in as lianxin_app, which by itself may do nothing and takes on one of
 * the others for a transaction. Roles belong to the server, so another database may have made them already.
 */
export class Roles extends Migration {
  override up(): void {
    for (const role of ['app_town', 'app_district', 'app_platform', 'app_signin']) {
      this.addSql(createRole(role, 'nologin'));
    }
    this.addSql(createRole('lianxin_app', 'login noinherit'));
    // A statement that runs away, a lock that is not given and a transaction that was forgotten end by themselves.
    this.addSql(`alter role lianxin_app set statement_timeout = '20s'`);
    this.addSql(`alter role lianxin_app set lock_timeout = '10s'`);
    this.addSql(`alter role lianxin_app set idle_in_transaction_session_timeout = '60s'`);
    this.addSql('grant app_town, app_district, app_platform, app_signin to lianxin_app');
    this.addSql('create extension if not exists btree_gist');
    this.addSql('create schema if not exists app');
    // Statements of its own, so that they work through a pool in transaction mode and on every shard.
    this.addSql(`
      create function app.enter(role text, scope text) returns void language plpgsql as $$
      begin
        execute format('set local app.town_id = %L', case when role = 'app_town' then scope else '' end);
        execute format('set local app.town_ids = %L', case when role = 'app_district' then scope else '' end);
        execute format('set local app.account_id = %L', case when role = 'app_signin' then scope else '' end);
        execute format('set local role %I', role);
      end $$`);
    this.addSql('grant usage on schema app to lianxin_app');
    this.addSql('grant execute on function app.enter(text, text) to lianxin_app');
  }
}

/** Makes a role of the server unless another database has made it. */
export function createRole(name: string, options: string): string {
  return `do $$ begin
    if not exists (select from pg_roles where rolname = '${name}') then create role ${name} ${options}; end if;
  exception when duplicate_object or unique_violation then null;
  end $$`;
}
