import { randomBytes } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { countSecrets, endSecret, mostSecrets, requireSecret } from '../applications/kept-secrets.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict } from '../errors.ts';
import { globalId } from '../schema/global-id.ts';
import { takeOwnEndpoint } from './endpoint-rows.ts';
import { sealSecret } from './sealed-secret.ts';

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
  if ((await countSecrets(desk, 'WebhookSecret', uuid)) >= mostSecrets)
    throw conflict('tooManyWebhookSecrets', 'input.endpoint', { most: mostSecrets });
  return { endpoint: uuid, secret: await addWebhookSecret(desk, uuid) };
}

/**
 * Revokes a secret: what is sent from then on is signed with the other one. Errors: NOT_FOUND on input.webhookSecret; CONFLICT
 * there where it is the only one. Returns the endpoint’s key.
 */
export async function revokeWebhookSecret(desk: Desk, actor: Actor, secret: string): Promise<string> {
  const field = 'input.webhookSecret';
  const { key, holder } = await requireSecret(desk, 'WebhookSecret', secret, field);
  const { uuid } = await takeOwnEndpoint(desk, actor, globalId('WebhookEndpoint', 0, holder), field);
  if ((await countSecrets(desk, 'WebhookSecret', uuid)) < mostSecrets) throw conflict('lastWebhookSecret', field);
  await endSecret(desk, 'WebhookSecret', key);
  return uuid;
}
