import type { Actor } from '../access/actor.ts';
import { secretsInUse } from '../applications/kept-secrets.ts';
import { idsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireId } from '../schema/global-id.ts';
import type { WebhookEndpointType, WebhookSecretType } from './webhook.type.ts';
import { webhookEvents } from './webhook-events.ts';

function selectEndpoints(desk: Desk) {
  return desk.db
    .selectFrom('webhook_endpoint')
    .select(['id', 'application_id', 'url', 'description', 'events', 'created_at', 'failing_since'])
    .select(['disabled_at', 'disabled_because', 'ended_at', 'version']);
}

type EndpointRow = Awaited<ReturnType<ReturnType<typeof selectEndpoints>['execute']>>[number];

/** An endpoint as GraphQL shows it. */
function endpointOf(row: EndpointRow): WebhookEndpointType {
  return {
    typename: 'WebhookEndpoint',
    id: globalId('WebhookEndpoint', 0, row.id),
    uuid: row.id,
    applicationUuid: row.application_id,
    ...{ url: row.url, description: row.description, version: row.version },
    events: webhookEvents.filter((event) => row.events.includes(event)),
    ...{ createdAt: row.created_at, failingSince: row.failing_since },
    ...{ disabledAt: row.disabled_at, disabledBecause: row.disabled_because, endedAt: row.ended_at },
  };
}

/** Batch of an account’s own endpoints by their keys, ended ones too. One statement. */
export async function ownEndpoints(
  desk: Desk,
  keys: readonly { owner: string; uuid: string }[],
): Promise<(WebhookEndpointType | undefined)[]> {
  const rows = await selectEndpoints(desk).select('global_owner_id').where('id', 'in', idsOf(keys)).execute();
  return keys.map(({ owner, uuid }) => {
    const row = rows.find(({ id, global_owner_id }) => id === uuid && global_owner_id === owner);
    return row && endpointOf(row);
  });
}

/** Batch of the endpoints of applications that have not ended, the oldest first. One statement. */
export async function endpointsOf(desk: Desk, applications: readonly string[]): Promise<WebhookEndpointType[][]> {
  const rows = await selectEndpoints(desk)
    .where('application_id', 'in', [...new Set(applications)])
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return applications.map((key) => rows.filter(({ application_id }) => application_id === key).map(endpointOf));
}

/**
 * Takes an endpoint of the actor’s own, which others wait for. Errors: NOT_FOUND on `field` where it is another’s; CONFLICT there
 * where it has ended.
 */
export async function takeOwnEndpoint(
  desk: Desk,
  actor: Actor,
  id: string,
  field = 'input.endpoint',
): Promise<WebhookEndpointType> {
  const { townId, key } = requireId(id, 'WebhookEndpoint', field);
  const row = await selectEndpoints(desk)
    .where('id', '=', key)
    .where('global_owner_id', '=', actor.accountId)
    .forUpdate()
    .executeTakeFirst();
  if (!row || townId !== 0) throw notFound(field);
  if (row.ended_at !== null) throw conflict('alreadyEnded', field);
  return endpointOf(row);
}

/** Batch of the secrets that endpoints have, the oldest first. One statement. */
export function webhookSecretsOf(desk: Desk, keys: readonly string[]): Promise<WebhookSecretType[][]> {
  return secretsInUse(desk, 'WebhookSecret', keys);
}
