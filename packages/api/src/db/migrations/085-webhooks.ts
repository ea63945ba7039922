import { Migration } from '@mikro-orm/migrations';
import { createRole } from './001-roles.ts';

const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;
const ofOwner = `global_owner_id = nullif(current_setting('app.account_id'::text, true), ''::text)::uuid`;

const tables = ['webhook_endpoint', 'webhook_secret', 'webhook_delivery'];

/**
 * Where applications are told what has changed, with which secrets, and what is to be delivered. Who delivers takes on a role of
 * its own, `app_webhook`, in one town at a time; no other reads what is sealed of secrets.
 */
export class Webhooks extends Migration {
  override up(): void {
    this.addSql(createRole('app_webhook', 'nologin'));
    this.addSql('grant app_webhook to lianxin_app');
    this.#tables();
    this.#policies();
    this.#grants();
    this.#functions();
  }

  #tables(): void {
    this.addSql(
      'create table "webhook_endpoint" ("id" uuid not null, "application_id" uuid not null, "global_owner_id" uuid not null, "url" text not null, "description" text not null, "events" text[] not null, "created_at" timestamptz not null, "failing_since" timestamptz null, "disabled_at" timestamptz null, "disabled_because" text null, "ended_at" timestamptz null, "version" int not null default 1, primary key ("id"))',
    );
    this.addSql('create index "webhook_endpoint_application_id_index" on "webhook_endpoint" ("application_id")');
    this.addSql(
      'alter table "webhook_endpoint" add constraint "webhook_endpoint_application_id_foreign" foreign key ("application_id") references "application" ("id") on update no action on delete no action',
    );
    this.addSql(
      'alter table "webhook_endpoint" add constraint "webhook_endpoint_disabled" check ((disabled_at is null) = (disabled_because is null))',
    );
    this.addSql(
      `alter table "webhook_endpoint" add constraint "webhook_endpoint_disabled_because_check" check ("disabled_because" in ('GONE', 'FAILING'))`,
    );
    this.addSql(
      'create table "webhook_secret" ("id" uuid not null, "endpoint_id" uuid not null, "sealed" bytea not null, "key_id" text not null, "hint" text not null, "created_at" timestamptz not null, "revoked_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create index "webhook_secret_endpoint_id_index" on "webhook_secret" ("endpoint_id")');
    this.addSql(
      'alter table "webhook_secret" add constraint "webhook_secret_endpoint_id_foreign" foreign key ("endpoint_id") references "webhook_endpoint" ("id") on update no action on delete no action',
    );
    this.addSql(
      'create table "webhook_delivery" ("town_id" bigint not null, "id" uuid not null, "global_endpoint_id" uuid not null, "global_owner_id" uuid not null, "event_id" uuid not null, "seq" bigint not null, "event" text not null, "about" text null, "object_id" uuid null, "object_version" int null, "lane" uuid not null, "happened_at" timestamptz not null, "state" text not null, "attempts" int not null, "due_at" timestamptz not null, "attempted_at" timestamptz null, "status" int null, "fault" text null, "took" int null, "answer" text null, primary key ("town_id", "id"))',
    );
    this.addSql(
      'create index "webhook_delivery_global_endpoint_id_happened_at_id_index" on "webhook_delivery" ("global_endpoint_id", "happened_at", "id")',
    );
    this.addSql('create index "webhook_delivery_happened_at_index" on "webhook_delivery" ("happened_at")');
    for (const columns of ['due_at', 'lane_seq']) {
      const keys = ['town_id', 'global_endpoint_id', ...columns.replace('lane_seq', 'lane seq').split(' ')];
      this.addSql(
        `create index "webhook_delivery_town_id_global_endpoint_id_${columns}_index" on "webhook_delivery" (${keys.map((key) => `"${key}"`).join(', ')}) where state = 'WAITING'`,
      );
    }
    for (const [column, values] of [
      ['event', `'VISIT_RECORDED', 'REQUEST_MOVED', 'UNIT_RESTRUCTURED', 'COVERAGE_CHANGED', 'PING'`],
      ['about', `'Visit', 'Request', 'Restructuring', 'Organization', 'Unit'`],
      ['state', `'WAITING', 'DELIVERED', 'FAILED', 'WITHHELD'`],
      ['fault', `'TIMED_OUT', 'FORBIDDEN_ADDRESS', 'NOT_FOUND', 'NOT_REACHED', 'NOT_TRUSTED'`],
    ]) {
      this.addSql(
        `alter table "webhook_delivery" add constraint "webhook_delivery_${column}_check" check ("${column}" in (${values}))`,
      );
    }
    this.addSql('create sequence app.webhook_order');
  }

  #policies(): void {
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
    }
    for (const table of ['webhook_endpoint', 'webhook_secret']) {
      this.addSql(`create policy "sign_in" on "${table}" to "app_signin" using (true) with check (true)`);
      this.addSql(`create policy "sender" on "${table}" to "app_webhook" using (true) with check (true)`);
    }
    this.addSql(
      'create policy "listened_to" on "webhook_endpoint" for select to "app_town", "app_platform" using (true)',
    );
    for (const [name, role] of [
      ['own_town', 'app_town'],
      ['sender', 'app_webhook'],
    ]) {
      this.addSql(
        `create policy "${name}" on "webhook_delivery" to "${role}" using (${ofTown}) with check (${ofTown})`,
      );
    }
    this.addSql(
      `create policy "developer" on "webhook_delivery" to "app_signin" using (${ofOwner}) with check (${ofOwner})`,
    );
    this.addSql('create policy "platform_queues" on "webhook_delivery" for select to "app_platform" using (true)');
    this.addSql(
      `create policy "platform_forgets" on "webhook_delivery" for delete to "app_platform" using (happened_at < (now() - '30 days'::interval))`,
    );
    // Who delivers looks whether the town still consents.
    this.addSql(`create policy "sender" on "application_consent" for select to "app_webhook" using (${ofTown})`);
    this.addSql('create policy "sender" on "application" for select to "app_webhook" using (true)');
  }

  #grants(): void {
    this.addSql('grant select, insert on webhook_endpoint to app_signin');
    this.addSql(
      'grant update (url, description, events, failing_since, disabled_at, disabled_because, ended_at, version) on webhook_endpoint to app_signin',
    );
    this.addSql('grant select (id, application_id, global_owner_id, events, ended_at) on webhook_endpoint to app_town');
    this.addSql('grant select (id, disabled_at, ended_at) on webhook_endpoint to app_platform');
    this.addSql('grant select on webhook_endpoint to app_webhook');
    this.addSql('grant update (failing_since, disabled_at, disabled_because) on webhook_endpoint to app_webhook');
    this.addSql('grant select (id, endpoint_id, hint, created_at, revoked_at), insert on webhook_secret to app_signin');
    this.addSql('grant update (revoked_at) on webhook_secret to app_signin');
    this.addSql('grant select, update (sealed, key_id) on webhook_secret to app_webhook');
    this.addSql('grant select (town_id), insert on webhook_delivery to app_town');
    this.addSql('grant select, insert, update (state, attempts, due_at) on webhook_delivery to app_signin');
    this.addSql('grant select on webhook_delivery to app_webhook');
    this.addSql(
      'grant update (state, attempts, due_at, attempted_at, status, fault, took, answer) on webhook_delivery to app_webhook',
    );
    this.addSql(
      'grant select (town_id, id, global_endpoint_id, global_owner_id, state, due_at, happened_at), delete on webhook_delivery to app_platform',
    );
    this.addSql(
      'grant select (town_id, global_application_id, scopes, valid_to, ended_at) on application_consent to app_webhook',
    );
    this.addSql('grant select (id, scopes, ended_at) on application to app_webhook');
  }

  #functions(): void {
    this.addSql(`
      create or replace function app.enter(role text, scope text) returns bigint language plpgsql as $$
      begin
        execute format('set local app.town_id = %L', case when role in ('app_town', 'app_webhook') then scope else '' end);
        execute format('set local app.town_ids = %L', case when role = 'app_district' then scope else '' end);
        execute format('set local app.account_id = %L', case when role = 'app_signin' then scope else '' end);
        execute format('set local role %I', role);
        if role = 'app_town' then
          return (select version from public.tree_state where town_id = scope::bigint);
        end if;
        return null;
      end $$`);
    // What is delivered to one endpoint is delivered by one process at a time. Each developer has two queues: endpoints that hang take no more
    // than two places from the others. A job that waits is never put off.
    this.addSql(`
      create function app.add_webhook_job(town bigint, endpoint uuid, owner uuid, at timestamptz) returns void
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        job text := 'send-webhooks ' || town || ' ' || endpoint;
        waiting timestamptz := (select run_at from graphile_worker._private_jobs where key = job and locked_at is null);
      begin
        perform graphile_worker.add_job(
          identifier => 'send-webhooks',
          payload => json_build_object('town', town, 'about', json_build_object('endpoint', endpoint)),
          queue_name => 'webhooks ' || owner || ' ' || (hashtext(endpoint::text) & 1),
          run_at => least(coalesce(at, now()), waiting),
          job_key => job
        );
      end $$`);
    this.addSql('revoke execute on function app.add_webhook_job(bigint, uuid, uuid, timestamptz) from public');
    this.addSql('grant usage on schema app to app_signin, app_platform, app_webhook');
    this.addSql(
      'grant execute on function app.add_webhook_job(bigint, uuid, uuid, timestamptz) to app_signin, app_platform, app_webhook',
    );
    this.addSql('grant usage on sequence app.webhook_order to app_town, app_signin');
  }
}
