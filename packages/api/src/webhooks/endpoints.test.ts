import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { clientOf, registerApplication } from '../applications/application.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import {
  deliveriesTo,
  has,
  hurryDeliveries,
  listener,
  listening,
  receiver,
  registerEndpoint,
  sendWebhooks,
  soon,
  verified,
} from './webhook.fixture.ts';

const platform = testPlatform();
const shown = 'endpoint { url description events failingSince disabledAt disabledBecause endedAt version }';

it('an endpoint is pinged, of no town and without anybody’s consent', async () => {
  const inbox = await receiver();
  const application = await registerApplication(platform, []);
  const endpoint = await registerEndpoint(platform.operator, application, inbox.url);
  await sendWebhooks(platform);
  const selection = 'delivery { id event townCode object endpoint { url } }';
  const { delivery } = await platform.operator.do('pingWebhookEndpoint', { endpoint: endpoint.id }, selection);
  expect(delivery).toMatchObject({ event: 'PING', townCode: null, object: null, endpoint: { url: inbox.url } });
  const [message] = await has(inbox, 1);
  expect(message && verified(message, endpoint.secret)).toMatchObject({ type: 'ping', data: {} });
  const query = 'query($id: ID!) { node(id: $id) { ... on WebhookDelivery { state responseStatus } } }';
  await soon(async () =>
    expect((await platform.operator.ask(query, { id: delivery.id })).node).toEqual({
      state: 'DELIVERED',
      responseStatus: 204,
    }),
  );
});

it('an endpoint that answers 410 is disabled at once and its developer told, and goes on where it was once it is enabled', async () => {
  const { town, households } = await settledTown(platform, 1);
  let gone = true;
  const inbox = await receiver((_received, _request, response) => void response.writeHead(gone ? 410 : 204).end());
  const { endpoint } = await listener(platform, town, inbox.url);
  const id = { endpoint: endpoint.id };
  await sendWebhooks(platform);
  await recordVisit(town, households[0]);
  const query = `query($id: ID!) { node(id: $id) { ... on WebhookEndpoint { disabledAt disabledBecause } } }`;
  const state = async () => (await platform.operator.ask(query, { id: endpoint.id })).node;
  await soon(async () => expect(await state()).toEqual({ disabledAt: expect.any(String), disabledBecause: 'GONE' }));
  await recordVisit(town, households[0]);
  await hurryDeliveries(platform);
  await soon(async () =>
    expect(await deliveriesTo(platform.operator, endpoint)).toMatchObject([
      { state: 'WAITING', attempts: 0 },
      { state: 'WAITING', attempts: 1, responseStatus: 410 },
    ]),
  );
  expect(inbox.got).toHaveLength(1);
  expect(await platform.operator.refused('pingWebhookEndpoint', id)).toEqual({
    code: 'CONFLICT',
    field: 'input.endpoint',
  });
  gone = false;
  const { endpoint: enabled } = await platform.operator.do('enableWebhookEndpoint', id, shown);
  expect(enabled).toMatchObject({ disabledAt: null, disabledBecause: null });
  await has(inbox, 3);
  expect(new Set(inbox.got.map((each) => each.id)).size).toBe(2);
  expect(await platform.operator.refused('enableWebhookEndpoint', id)).toEqual({
    code: 'CONFLICT',
    field: 'input.endpoint',
  });
});

it('an endpoint to which nothing has got through for five days is disabled; one that has got something since is not', async () => {
  const { town, households } = await settledTown(platform, 2);
  let first: string | undefined;
  const inbox = await receiver(({ body }, _request, response) => {
    first ??= body.data.visit;
    response.writeHead(first === body.data.visit ? 500 : 204).end();
  });
  const { endpoint } = await listener(platform, town, inbox.url);
  await sendWebhooks(platform);
  const age = (days: number) =>
    platform.database.sql(
      `update webhook_endpoint set failing_since = failing_since - $2 * interval '1 day' where url = $1`,
      [inbox.url, days],
    );
  const query = 'query($id: ID!) { node(id: $id) { ... on WebhookEndpoint { failingSince disabledBecause } } }';
  const state = async () => (await platform.operator.ask(query, { id: endpoint.id })).node;
  const fails = () => soon(async () => expect((await state()).failingSince).not.toBeNull());
  await recordVisit(town, households[0]);
  await fails();
  await age(5.1);
  await recordVisit(town, households[1]);
  await soon(async () => expect(await state()).toEqual({ failingSince: null, disabledBecause: null }));
  await hurryDeliveries(platform);
  await fails();
  await age(4.9);
  await hurryDeliveries(platform);
  await soon(() => expect(inbox.got.filter(({ body }) => body.data.visit === first).length).toBeGreaterThanOrEqual(3));
  expect((await state()).disabledBecause).toBeNull();
  await age(0.2);
  await hurryDeliveries(platform);
  await soon(async () => expect((await state()).disabledBecause).toBe('FAILING'));
});

it('endpoints and deliveries are nobody’s but the developer’s, and no application’s', async () => {
  const { town, households } = await settledTown(platform, 1);
  const { endpoint, application } = await listener(platform, town, 'https://hooks.example/');
  await recordVisit(town, households[0]);
  const [delivery] = await deliveriesTo(platform.operator, endpoint);
  const query = 'query($id: String!) { application(clientId: $id) { webhookEndpoints { id } } }';
  const seen = async (client: typeof town.admin) =>
    (await client.ask(query, { id: application.clientId })).application.webhookEndpoints;
  expect(await seen(platform.operator)).toEqual([{ id: endpoint.id }]);
  const itself = await clientOf(platform, application, 'visit:read');
  for (const client of [town.admin, itself]) {
    expect(await seen(client)).toBeNull();
    for (const id of [endpoint.id, delivery?.id]) {
      const { errors } = await client.send('query($id: ID!) { node(id: $id) { id } }', { id });
      expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    }
  }
  const inputs: [string, Data, string][] = [
    [
      'reviseWebhookEndpoint',
      { endpoint: endpoint.id, url: 'https://a.example/', events: ['VISIT_RECORDED'] },
      'endpoint',
    ],
    ...['endWebhookEndpoint', 'enableWebhookEndpoint', 'pingWebhookEndpoint', 'renewWebhookSecret'].map(
      (verb): [string, Data, string] => [verb, { endpoint: endpoint.id }, 'endpoint'],
    ),
    ['replayWebhookDelivery', { delivery: delivery?.id }, 'delivery'],
    ['replayWebhookDeliveries', { endpoint: endpoint.id, since: new Date().toISOString() }, 'endpoint'],
    [
      'registerWebhookEndpoint',
      { application: application.id, url: 'https://a.example/', events: ['VISIT_RECORDED'] },
      'application',
    ],
  ];
  for (const [verb, input, field] of inputs) {
    expect(await town.admin.refused(verb, input), verb).toEqual({ code: 'NOT_FOUND', field: `input.${field}` });
    expect(await itself.refused(verb, input), verb).toEqual({ code: 'FORBIDDEN' });
  }
});

it('an address that is none, no event, a stale version and a sixth endpoint are refused, and nothing is changed', async () => {
  const application = await registerApplication(platform, listening);
  const input = { application: application.id, url: 'https://hooks.example/', events: ['VISIT_RECORDED'] };
  const refused = (more: Data) => platform.operator.refused('registerWebhookEndpoint', { ...input, ...more });
  for (const url of ['http://hooks.example/', 'https://hooks.example:25/', 'https://192.168.0.1/', 'hooks.example']) {
    expect(await refused({ url })).toEqual({ code: 'BAD_INPUT', field: 'input.url' });
  }
  expect(await refused({ events: [] })).toEqual({ code: 'BAD_INPUT', field: 'input.events' });
  expect(await refused({ description: '好\n坏' })).toEqual({ code: 'BAD_INPUT', field: 'input.description' });
  const { endpoint } = await platform.operator.do(
    'registerWebhookEndpoint',
    { ...input, description: '看板' },
    'endpoint { id version description events }',
  );
  expect(endpoint).toMatchObject({ version: 1, description: '看板', events: ['VISIT_RECORDED'] });
  const revising = {
    endpoint: endpoint.id,
    url: 'https://hooks.example/b',
    events: ['REQUEST_MOVED'],
    expectedVersion: 1,
  };
  const revised = await platform.operator.do('reviseWebhookEndpoint', revising, shown);
  expect(revised.endpoint).toMatchObject({
    url: 'https://hooks.example/b',
    events: ['REQUEST_MOVED'],
    description: '',
    version: 2,
  });
  expect(await platform.operator.refused('reviseWebhookEndpoint', revising)).toEqual({
    code: 'CONFLICT',
    field: 'input.expectedVersion',
  });
  for (let count = 2; count <= 5; count++)
    await registerEndpoint(platform.operator, application, `https://hooks.example/${count}`);
  expect(await refused({})).toEqual({ code: 'CONFLICT', field: 'input.application' });
  const query = 'query($id: String!) { application(clientId: $id) { webhookEndpoints { url } } }';
  const { webhookEndpoints } = (await platform.operator.ask(query, { id: application.clientId })).application;
  expect(webhookEndpoints).toHaveLength(5);
});
