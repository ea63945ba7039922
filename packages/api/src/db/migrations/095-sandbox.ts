import { Migration } from '@mikro-orm/migrations';
import { createRole } from './001-roles.ts';
import { tellings } from './086-webhook-outbox.ts';

/** Of a town of the sandbox these stay when it begins anew: what applications may do, and what they were told (ADR 26). */
const kept = ['application_consent', 'town_event', 'webhook_delivery'];

/**
 * Towns of the sandbox 试用: marked by the owner of the database alone, emptied by a role of the door of its own. `app_sandbox` may what a
 * town may, and delete what the town has; it enters no town without the mark.
 */
export class Sandbox extends Migration {
  override up(): void {
    this.addSql('alter table "town" add column "sandbox" boolean not null default false');
    this.addSql(createRole('app_sandbox', 'nologin'));
    this.addSql('grant app_town to app_sandbox');
    this.addSql('grant app_sandbox to lianxin_app');
    this.addSql(`do $$ declare each name; begin
      for each in
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'town_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and c.relname not in ('town_version', ${kept.map((table) => `'${table}'`).join(', ')})
      loop
        execute format('grant select (town_id), delete on %I to app_sandbox', each);
      end loop;
    end $$`);
    this.#functions();
    this.#consents();
    // A town that is filled anew tells nobody of all the visits that it begins with.
    for (const { table, name, when } of tellings) {
      const filling = `current_user <> 'app_sandbox'`;
      const told = when.endsWith(')') ? when.replace(/\)$/, ` and ${filling})`) : `${when} when (${filling})`;
      this.addSql(`create or replace trigger ${name} ${told} execute function app.${name}_${table}()`);
    }
  }

  #functions(): void {
    this.addSql(`
      create function app.is_sandbox(town bigint) returns boolean language sql stable as $$
        select exists (select from public.town t where t.id = town and t.sandbox)
      $$`);
    this.addSql('revoke execute on function app.is_sandbox(bigint) from public');
    this.addSql('grant execute on function app.is_sandbox(bigint) to app_town, app_signin');
    // Whoever writes in a town of the sandbox and whoever has it begin anew wait for one another, and for nobody else.
    this.addSql(`
      create or replace function app.enter(role text, scope text) returns bigint language plpgsql as $$
      begin
        execute format('set local app.town_id = %L', case when role in ('app_town', 'app_webhook', 'app_sandbox') then scope else '' end);
        execute format('set local app.town_ids = %L', case when role = 'app_district' then scope else '' end);
        execute format('set local app.account_id = %L', case when role = 'app_signin' then scope else '' end);
        execute format('set local role %I', role);
        if role = 'app_sandbox' then
          if not app.is_sandbox(scope::bigint) then
            raise exception '% is no town of the sandbox', scope using errcode = '42501';
          end if;
          perform pg_advisory_xact_lock(4117320, scope::int);
        elsif role = 'app_town' then
          if current_setting('transaction_read_only') = 'off' and app.is_sandbox(scope::bigint) then
            perform pg_advisory_xact_lock_shared(4117320, scope::int);
          end if;
          return (select version from public.tree_state where town_id = scope::bigint);
        end if;
        return null;
      end $$`);
  }

  /** The towns of the sandbox consent with the registration itself, at the desk of sign-in. */
  #consents(): void {
    this.addSql(
      'create policy "sandbox" on "application_consent" to "app_signin" using (app.is_sandbox(town_id)) with check (app.is_sandbox(town_id))',
    );
    this.addSql('grant insert, update (ended_at, ended_by) on application_consent to app_signin');
    // With a consent go the exports that were made by it, by a trigger.
    for (const table of ['export', 'export_part', 'export_fingerprints']) {
      this.addSql(`create policy "sandbox" on "${table}" to "app_signin" using (app.is_sandbox(town_id))`);
    }
    this.addSql('grant update (state, ended_at) on export to app_signin');
    this.addSql('grant select (town_id, export_id), delete on export_part, export_fingerprints to app_signin');
  }
}
