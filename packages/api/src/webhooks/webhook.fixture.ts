import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, vi } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import type { TestPlatform, TestTown } from '../../test/platform.ts';
import { consent, registerApplication, type TestApplication } from '../applications/application.fixture.ts';
import { addressOf } from '../db/migrate.ts';
import type { Egress } from './post.ts';
import { startWebhooks } from './start-webhooks.ts';
import { townEvents } from './webhook-events.ts';

/** An endpoint that a test has registered. */
export interface TestEndpoint {
  id: string;
  secret: string;
}

/** What an application asks for that is told of everything. */
export const listening = ['VISIT_READ', 'REQUEST_READ', 'RESTRUCTURING_READ', 'PARTY_READ'];

/** Registers an endpoint of an application, which is told of all that happens in towns unless told. */
export async function registerEndpoint(
  owner: ApiClient,
  { id: application }: Pick<TestApplication, 'id'>,
  url: string,
  events: readonly string[] = townEvents,
): Promise<TestEndpoint> {
  const input = { application, url, events };
  const { endpoint, secret } = await owner.do('registerWebhookEndpoint', input, 'endpoint { id } secret');
  return { id: endpoint.id, secret };
}

/** An endpoint with a secret and a delivery, by their types, of which nothing is sent. */
export async function furnishedEndpoint({ admin }: TestTown, application: TestApplication) {
  const { id } = await registerEndpoint(admin, application, 'https://hooks.example/lianxin');
  const { delivery } = await admin.do('pingWebhookEndpoint', { endpoint: id }, 'delivery { id }');
  const { node } = await admin.ask('query($id: ID!) { node(id: $id) { ... on WebhookEndpoint { secrets { id } } } }', {
    id,
  });
  return { WebhookEndpoint: id, WebhookSecret: node.secrets[0].id, WebhookDelivery: delivery.id };
}

/** An application that a town lets be told of everything, with an endpoint at an address. */
export async function listener(platform: TestPlatform, town: TestTown, url: string, scopes = listening) {
  const application = await registerApplication(platform, listening);
  const consentId = await consent(town, application, scopes);
  return { application, consentId, endpoint: await registerEndpoint(platform.operator, application, url) };
}

/** What a receiver got: the message as sent, and how it was signed. */
export interface Received {
  id: string;
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
  body: Data;
}

/** A receiver of webhooks at an address of this machine, up to the end of the test. */
export interface Receiver {
  url: string;
  got: Received[];
}

/** Answers 204 to everything unless told; `answer` is asked after the message has come in. */
export async function receiver(
  answer: (received: Received, ...io: Parameters<RequestListener>) => void = (_received, _request, response) => {
    response.writeHead(204).end();
  },
): Promise<Receiver> {
  const got: Received[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      const { headers, url: path = '' } = request;
      const received = { id: String(headers['webhook-id']), path, headers, text, body: {} as Data };
      received.body = text === '' ? {} : JSON.parse(text);
      got.push(received);
      answer(received, request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, got };
}

/** Sends webhooks as a process does, to this machine too, up to the end of the test. Returns what stops it earlier. */
export async function sendWebhooks(
  { database }: TestPlatform,
  egress: Partial<Egress> = {},
): Promise<() => Promise<void>> {
  const { url } = addressOf(database.ownerUrl, 'lianxin_jobs');
  const log = pino({ level: 'silent' });
  const { stop } = await startWebhooks(database.orm, url, log, { toOwnMachine: true, ...egress }, { patience: 500 });
  let stopped: Promise<void> | undefined;
  const once = () => {
    stopped ??= stop();
    return stopped;
  };
  onTestFinished(once);
  return once;
}

/** What Standard Webhooks’ own library makes of a message; throws where the secret did not sign it. */
export function verified({ text, headers }: Received, secret: string): Data {
  return new Webhook(secret).verify(text, headers as Record<string, string>) as Data;
}

/** The deliveries to an endpoint as its developer sees them, the latest first. */
export async function deliveriesTo(owner: ApiClient, { id }: TestEndpoint, filter = ''): Promise<Data[]> {
  const query = `query($id: ID!) { node(id: $id) { ... on WebhookEndpoint { deliveries(first: 100${filter}) { nodes {
    id eventId event townCode object objectVersion happenedAt state attempts attemptedAt dueAt
    responseStatus fault duration responseBody } } } } }`;
  return (await owner.ask(query, { id })).node.deliveries.nodes;
}

/** Has all that waits to be tried again be tried at once. */
export async function hurryDeliveries({ database }: TestPlatform): Promise<void> {
  await database.sql(`update webhook_delivery set due_at = now() where state = 'WAITING'`);
  await database.sql(
    `select app.add_webhook_job(d.town_id, e.id, e.global_owner_id, e.home_town_id, e.slow, null)
     from webhook_delivery d join webhook_endpoint e on e.id = d.global_endpoint_id
     where d.state = 'WAITING' group by d.town_id, e.id`,
  );
}

/** Waits until a claim holds. */
export async function soon(claim: () => void | Promise<void>, timeout = 25_000): Promise<void> {
  await vi.waitFor(claim, { timeout, interval: 30 });
}

/** Waits until a receiver has got so many messages. */
export async function has({ got }: Receiver, count: number): Promise<Received[]> {
  await soon(() => expect(got.length).toBeGreaterThanOrEqual(count));
  return got;
}
