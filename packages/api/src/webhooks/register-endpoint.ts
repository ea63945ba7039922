import type { Actor } from '../access/actor.ts';
import { applicationKey, takeOwn } from '../applications/application-rows.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { oneLine } from '../schema/text.ts';
import { requireVersion } from '../units/find-unit.ts';
import { faultOfUrl } from './check-url.ts';
import { takeOwnEndpoint } from './endpoint-rows.ts';
import { sendAgain } from './replay.ts';
import type { RegisterWebhookEndpointInput, ReviseWebhookEndpointInput } from './webhook.input.ts';
import { addWebhookSecret } from './webhook-secrets.ts';

/** Endpoints in use that an application has at the most. */
const mostEndpoints = 5;

/**
 * Registers an endpoint of an application of the actor’s own, with a first secret. Errors: NOT_FOUND on input.application; BAD_INPUT
 * on what is wrong; CONFLICT on input.application where it has ended or has too many.
 */
export async function registerEndpoint(desk: Desk, actor: Actor, input: RegisterWebhookEndpointInput) {
  const { uuid: application } = await takeOwn(desk, actor, applicationKey(input.application));
  const said = sayable(input);
  const { count } = await desk.db
    .selectFrom('webhook_endpoint')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('application_id', '=', application)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (count >= mostEndpoints) throw conflict('tooManyEndpoints', 'input.application', { most: mostEndpoints });
  const id = newId();
  const owner = await desk.db
    .selectFrom('account')
    .select('home_town_id')
    .where('id', '=', actor.accountId)
    .executeTakeFirstOrThrow();
  await desk.db
    .insertInto('webhook_endpoint')
    .values({
      ...{ id, application_id: application, global_owner_id: actor.accountId, ...owner, ...said, created_at: desk.now },
      ...{ failing_since: null, disabled_at: null, disabled_because: null, ended_at: null, slow: false, version: 1 },
    })
    .execute();
  return { endpoint: id, secret: await addWebhookSecret(desk, id) };
}

/** Says anew what an endpoint is. Errors: as those of `registerEndpoint`; NOT_FOUND, CONFLICT on input.endpoint. */
export async function reviseEndpoint(desk: Desk, actor: Actor, input: ReviseWebhookEndpointInput): Promise<string> {
  const endpoint = await takeOwnEndpoint(desk, actor, input.endpoint);
  requireVersion(endpoint, input.expectedVersion);
  await desk.db
    .updateTable('webhook_endpoint')
    .set({ ...sayable(input), version: endpoint.version + 1 })
    .where('id', '=', endpoint.uuid)
    .execute();
  return endpoint.uuid;
}

/** Ends an endpoint; what waits for it is withheld. Errors: NOT_FOUND, CONFLICT on input.endpoint. */
export async function endEndpoint(desk: Desk, actor: Actor, id: string): Promise<string> {
  const { uuid } = await takeOwnEndpoint(desk, actor, id);
  await desk.db.updateTable('webhook_endpoint').set({ ended_at: desk.now }).where('id', '=', uuid).execute();
  await desk.db
    .updateTable('webhook_delivery')
    .set({ state: 'WITHHELD' })
    .where('global_endpoint_id', '=', uuid)
    .where('state', '=', 'WAITING')
    .execute();
  return uuid;
}

/** Enables an endpoint that was disabled; what has waited is sent. Errors: NOT_FOUND, CONFLICT on input.endpoint. */
export async function enableEndpoint(desk: Desk, actor: Actor, id: string): Promise<string> {
  const { uuid, disabledAt } = await takeOwnEndpoint(desk, actor, id);
  if (disabledAt === null) throw conflict('notDisabled', 'input.endpoint');
  await desk.db
    .updateTable('webhook_endpoint')
    .set({ failing_since: null, disabled_at: null, disabled_because: null })
    .where('id', '=', uuid)
    .execute();
  await sendAgain(desk, uuid, (query) => query.where('state', '=', 'WAITING'));
  return uuid;
}

function sayable({ url, description, events }: Pick<RegisterWebhookEndpointInput, 'url' | 'description' | 'events'>) {
  const fault = faultOfUrl(url, true);
  if (fault) throw badInput('input.url', fault);
  if (events.length === 0) throw badInput('input.events', 'required');
  const said = description === '' ? '' : oneLine(description, 'input.description');
  return { url, description: said, events: [...new Set(events)] };
}
