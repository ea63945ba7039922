import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { addSending } from './send-webhooks.ts';

/** Deliveries that are forgotten at once at the most. */
const mostForgotten = 10_000;

/** Adds a job for every endpoint and town of which something is due; of some towns alone where they are told. */
export async function queueWebhooks(desk: Desk, towns?: readonly number[]): Promise<void> {
  const due = await desk.db
    .selectFrom('webhook_delivery as d')
    .innerJoin('webhook_endpoint as e', 'e.id', 'd.global_endpoint_id')
    .select(['d.town_id', 'd.global_endpoint_id', 'd.global_owner_id'])
    .distinct()
    .where('d.state', '=', 'WAITING')
    .where('d.due_at', '<=', sql<Date>`now()`)
    .where('e.disabled_at', 'is', null)
    .$if(towns !== undefined, (query) => query.where('d.town_id', 'in', [...(towns ?? [])]))
    .execute();
  for (const { town_id: town, global_endpoint_id: endpoint, global_owner_id: owner } of due) {
    await addSending(desk, town, { endpoint, owner });
  }
}

/** Deletes the oldest deliveries that are kept no longer: the policy of the platform lets it see no others. */
export async function forgetDeliveries({ db }: Desk): Promise<void> {
  await sql`
    delete from webhook_delivery where (town_id, id) in (
      select town_id, id from webhook_delivery where happened_at < now() - interval '30 days'
      order by happened_at limit ${mostForgotten})`.execute(db);
}
