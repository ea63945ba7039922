import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';

/** Deliveries that are forgotten at once at the most. */
const mostForgotten = 10_000;

/** Adds a job for every endpoint and town of which something is due; of some towns alone where they are told. One statement. */
export async function queueWebhooks(desk: Desk, towns?: readonly number[]): Promise<void> {
  await sql`
    select app.add_webhook_job(town_id, id, global_owner_id, home_town_id, slow, null) from (
      select distinct d.town_id, e.id, e.global_owner_id, e.home_town_id, e.slow from webhook_delivery d
      join webhook_endpoint e on e.id = d.global_endpoint_id
      where d.state = 'WAITING' and d.due_at <= now() and e.disabled_at is null
        and ${towns === undefined ? sql`true` : sql`d.town_id = any (${towns})`}) due`.execute(desk.db);
}

/** Deletes the oldest deliveries that are kept no longer: the policy of the platform lets it see no others. */
export async function forgetDeliveries({ db }: Desk): Promise<void> {
  await sql`
    delete from webhook_delivery where (town_id, id) in (
      select town_id, id from webhook_delivery where happened_at < now() - interval '30 days'
      order by happened_at limit ${mostForgotten})`.execute(db);
}
