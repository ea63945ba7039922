import { randomBytes } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import { takeOwnEndpoint } from './endpoint-rows.ts';
import { sealSecret } from './sealed-secret.ts';

/** Secrets that an endpoint has at once: the one in use, and the one that takes over. */
const mostSecrets = 2;

/** Makes a secret of an endpoint and keeps it sealed: whoever sends has to read it. Returns it. */
export async function addWebhookSecret(desk: Desk, endpoint: string): Promise<string> {
  const id = newId();
  // As Standard Webhooks has it: a prefix that tells what it is, and 24 to 64 random bytes in base64.
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const { sealed, key_id } = sealSecret(desk, id, secret);
  await desk.db
    .insertInto('webhook_secret')
    .values({
      ...{ id, endpoint_id: endpoint, sealed: Buffer.from(sealed), key_id, hint: secret.slice(-4) },
      ...{ created_at: desk.now, revoked_at: null },
    })
    .execute();
  return secret;
}

/** Makes a further secret. Errors: NOT_FOUND on input.endpoint; CONFLICT there where it has two, or has ended. */
export async function renewWebhookSecret(desk: Desk, actor: Actor, id: string) {
  const { uuid } = await takeOwnEndpoint(desk, actor, id);
  if ((await countSecrets(desk, uuid)) >= mostSecrets)
    throw conflict('tooManyWebhookSecrets', 'input.endpoint', { most: mostSecrets });
  return { endpoint: uuid, secret: await addWebhookSecret(desk, uuid) };
}

/**
 * Revokes a secret: what is sent from then on is signed with the other one. Errors: NOT_FOUND on input.webhookSecret; CONFLICT
 * there where it is the only one. Returns the endpoint’s key.
 */
export async function revokeWebhookSecret(desk: Desk, actor: Actor, secret: string): Promise<string> {
  const field = 'input.webhookSecret';
  const { townId, key } = requireId(secret, 'WebhookSecret', field);
  const row = await desk.db
    .selectFrom('webhook_secret')
    .select('endpoint_id')
    .where('id', '=', key)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row || townId !== 0) throw notFound(field);
  const { uuid } = await takeOwnEndpoint(desk, actor, globalId('WebhookEndpoint', 0, row.endpoint_id), field);
  if ((await countSecrets(desk, uuid)) < mostSecrets) throw conflict('lastWebhookSecret', field);
  await desk.db
    .updateTable('webhook_secret')
    .set({ revoked_at: desk.now })
    .where('id', '=', key)
    .where('revoked_at', 'is', null)
    .execute();
  return uuid;
}

async function countSecrets({ db }: Desk, endpoint: string): Promise<number> {
  const { count } = await db
    .selectFrom('webhook_secret')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('endpoint_id', '=', endpoint)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
