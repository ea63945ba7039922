import { sql, type UpdateQueryBuilder } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { TownKey } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { Tables } from '../db/tables.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import { takeOwnEndpoint } from './endpoint-rows.ts';
import { addSending } from './send-webhooks.ts';
import type { ReplayWebhookDeliveriesInput } from './webhook.input.ts';

/** How long deliveries are kept, in days. */
const keptDays = 30;
/** How many are sent again at once, with those of the same moment as the last of them. */
const mostAtOnce = 10_000;

type Sending = UpdateQueryBuilder<Tables, 'webhook_delivery', 'webhook_delivery', unknown>;

/** Has deliveries to an endpoint sent at once, their attempts counted anew. Returns how many. Two statements. */
export async function sendAgain(desk: Desk, endpoint: string, which: (query: Sending) => Sending): Promise<number> {
  const all = desk.db
    .updateTable('webhook_delivery')
    .set({ state: 'WAITING', attempts: 0, due_at: sql`now()` })
    .where('global_endpoint_id', '=', endpoint);
  const sent = await which(all).returning('town_id').execute();
  await addSending(desk, [...new Set(sent.map(({ town_id }) => town_id))], endpoint);
  return sent.length;
}

/**
 * Sends a delivery of the actor’s own again. Errors: NOT_FOUND on input.delivery; CONFLICT there where its endpoint is disabled or
 * has ended.
 */
export async function replayDelivery(desk: Desk, actor: Actor, id: string): Promise<TownKey> {
  const field = 'input.delivery';
  const { townId, key } = requireId(id, 'WebhookDelivery', field);
  const found = await desk.db
    .selectFrom('webhook_delivery')
    .select('global_endpoint_id')
    .where('town_id', '=', townId)
    .where('id', '=', key)
    .where('global_owner_id', '=', actor.accountId)
    .executeTakeFirst();
  if (!found) throw notFound(field);
  await takeOpen(desk, actor, globalId('WebhookEndpoint', 0, found.global_endpoint_id), field);
  await sendAgain(desk, found.global_endpoint_id, (query) => query.where('town_id', '=', townId).where('id', '=', key));
  return { townId, uuid: key };
}

/**
 * Sends what happened from a moment on again, the earliest first, up to some thousands. Errors: NOT_FOUND on input.endpoint; CONFLICT there where it is
 * disabled or has ended; BAD_INPUT on input.since. Returns the endpoint’s key, how many are sent, and from which moment on there are more.
 */
export async function replayDeliveries(
  desk: Desk,
  actor: Actor,
  { endpoint, since, undeliveredOnly }: ReplayWebhookDeliveriesInput,
): Promise<{ endpoint: string; count: number; more: Date | null }> {
  const uuid = await takeOpen(desk, actor, endpoint, 'input.endpoint');
  const kept = keptDays * 24 * 60 * 60 * 1000;
  if (since.getTime() < desk.now.getTime() - kept) throw badInput('input.since', 'tooLongAgo', { days: keptDays });
  const asked = () =>
    desk.db
      .selectFrom('webhook_delivery')
      .where('global_endpoint_id', '=', uuid)
      .where('happened_at', '>=', since)
      .$if(undeliveredOnly, (some) => some.where('state', '<>', 'DELIVERED'))
      .orderBy('happened_at')
      .limit(1);
  const last = await asked()
    .select('happened_at')
    .offset(mostAtOnce - 1)
    .executeTakeFirst();
  const beyond =
    last && (await asked().select('happened_at').where('happened_at', '>', last.happened_at).executeTakeFirst());
  const count = await sendAgain(desk, uuid, (query) => {
    const some = query
      .where('happened_at', '>=', since)
      .$if(undeliveredOnly, (each) => each.where('state', '<>', 'DELIVERED'));
    return beyond ? some.where('happened_at', '<', beyond.happened_at) : some;
  });
  return { endpoint: uuid, count, more: beyond?.happened_at ?? null };
}

/**
 * Has an endpoint of the actor’s own told that it is there, of no town. Errors: NOT_FOUND on input.endpoint; CONFLICT there where it
 * is disabled or has ended.
 */
export async function pingEndpoint(desk: Desk, actor: Actor, id: string): Promise<TownKey> {
  const endpoint = await takeOpen(desk, actor, id, 'input.endpoint');
  const uuid = newId();
  await desk.db
    .insertInto('webhook_delivery')
    .values({
      ...{ town_id: 0, id: uuid, global_endpoint_id: endpoint, global_owner_id: actor.accountId, event_id: newId() },
      ...{ event: 'PING' as const, about: null, object_id: null, object_version: null, lane: uuid },
      ...{ seq: sql<number>`nextval('app.webhook_order')`, happened_at: desk.now, state: 'WAITING' as const },
      attempts: 0,
      due_at: sql<Date>`now()`,
      attempted_at: null,
      status: null,
      fault: null,
      took: null,
      answer: null,
    })
    .execute();
  await addSending(desk, [0], endpoint);
  return { townId: 0, uuid };
}

async function takeOpen(desk: Desk, actor: Actor, id: string, field: string): Promise<string> {
  const { uuid, disabledAt } = await takeOwnEndpoint(desk, actor, id, field);
  if (disabledAt !== null) throw conflict('webhookDisabled', field);
  return uuid;
}
