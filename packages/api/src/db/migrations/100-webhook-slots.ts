import { Migration } from '@mikro-orm/migrations';

const signature = 'app.add_webhook_job(bigint, uuid, uuid, bigint, boolean, timestamptz)';

/**
 * Endpoints take their places among those that a process sends to by what nobody multiplies at will: the town that opened the account of their
 * developer, or that account where no town has. Those that keep others waiting have places apart, by a task of their own.
 */
export class WebhookSlots extends Migration {
  override up(): void {
    this.addSql('alter table "webhook_endpoint" add column "home_town_id" bigint null');
    this.addSql('alter table "webhook_endpoint" add column "slow" boolean not null default false');
    // An owner that is no superuser sees rows only while row-level security is not forced on it.
    for (const table of ['webhook_endpoint', 'account'])
      this.addSql(`alter table "${table}" no force row level security`);
    this.addSql(
      'update webhook_endpoint set home_town_id = account.home_town_id from account where account.id = global_owner_id',
    );
    for (const table of ['webhook_endpoint', 'account']) this.addSql(`alter table "${table}" force row level security`);
    this.addSql(
      'grant select (global_owner_id, home_town_id, slow) on webhook_endpoint to app_platform; grant update (slow) on webhook_endpoint to app_webhook',
    );
    this.addSql('drop function app.add_webhook_job(bigint, uuid, uuid, timestamptz)');
    // A town has two queues for its accounts, of which each account uses one; an account of no town has two for its endpoints. A job that waits
    // moves with its endpoint, and is never put off.
    this.addSql(`
      create function app.add_webhook_job(town bigint, endpoint uuid, owner uuid, home bigint, slow boolean, at timestamptz) returns void
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        job text := 'send-webhooks ' || town || ' ' || endpoint;
        waiting timestamptz := (select run_at from graphile_worker._private_jobs where key = job and locked_at is null);
        place text := coalesce(home::text, owner::text);
        half int := hashtext(case when home is null then endpoint else owner end::text) & 1;
      begin
        perform graphile_worker.add_job(
          identifier => case when slow then 'send-slow-webhooks' else 'send-webhooks' end,
          payload => json_build_object('town', town, 'about', json_build_object('endpoint', endpoint)),
          queue_name => case when slow then 'slow webhooks ' || place else 'webhooks ' || place || ' ' || half end,
          run_at => least(coalesce(at, now()), waiting),
          job_key => job
        );
      end $$`);
    this.addSql(`revoke execute on function ${signature} from public`);
    this.addSql(`grant execute on function ${signature} to app_signin, app_platform, app_webhook`);
  }
}
