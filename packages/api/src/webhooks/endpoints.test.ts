import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { atDesk } from '../db/door.ts';
import { connect } from '../db/orm.ts';
import { keyFrom } from '../db/sealing.ts';
import { settledTown } from '../households/household.fixture.ts';
import { raise } from '../requests/request.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { forgetDeliveries } from './queue-webhooks.ts';
import { resealSecrets } from './sealed-secret.ts';
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

it('of two secrets each has signed everything, so that one takes over from the other without a gap', async () => {
  const { town, households } = await settledTown(platform, 1);
  const inbox = await receiver();
  const { endpoint } = await listener(platform, town, inbox.url);
  const { operator } = platform;
  const renewing = { endpoint: endpoint.id };
  const renewed = await operator.do('renewWebhookSecret', renewing, 'secret endpoint { secrets { id hint } }');
  expect(await operator.refused('renewWebhookSecret', renewing)).toEqual({ code: 'CONFLICT', field: 'input.endpoint' });
  await sendWebhooks(platform);
  await recordVisit(town, households[0]);
  const [both] = await has(inbox, 1);
  expect(String(both?.headers['webhook-signature']).split(' ')).toHaveLength(2);
  for (const secret of [endpoint.secret, renewed.secret]) expect(both && verified(both, secret)).toBeDefined();

  const [first, second] = renewed.endpoint.secrets;
  await operator.do('revokeWebhookSecret', { webhookSecret: first.id }, 'endpoint { secrets { id } }');
  expect(await operator.refused('revokeWebhookSecret', { webhookSecret: second.id })).toEqual({
    code: 'CONFLICT',
    field: 'input.webhookSecret',
  });
  await recordVisit(town, households[0]);
  const last = (await has(inbox, 2))[1];
  if (!last) throw new Error('Nothing came');
  expect(verified(last, renewed.secret)).toBeDefined();
  expect(() => verified(last, endpoint.secret)).toThrow();
});

it('a secret is shown once, kept sealed, and read by no role but who sends', async () => {
  const application = await registerApplication(platform, []);
  const input = { application: application.id, url: 'https://hooks.example/', events: ['VISIT_RECORDED'] };
  const key = { ...input, idempotencyKey: `k${application.clientId}` };
  const first = await platform.operator.do('registerWebhookEndpoint', key, 'secret');
  const again = await platform.operator.do('registerWebhookEndpoint', key, 'secret endpoint { id }');
  expect(first.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(again.secret).toBeNull();
  const [kept] = await platform.database.sql<{ all: string }>(
    `select (select string_agg(s::text || encode(sealed, 'escape'), '') from webhook_secret s)
       || (select string_agg(i::text, '') from idempotency_record i) as all`,
  );
  expect(kept?.all).toContain(first.secret.slice(-4));
  expect(kept?.all).not.toContain(first.secret.slice(6, 40));
  const readers = await platform.database.sql<{ role: string }>(
    `select rolname as role from pg_roles where rolname like 'app\\_%' and has_column_privilege(oid, 'webhook_secret', 'sealed', 'select')`,
  );
  expect(readers).toEqual([{ role: 'app_webhook' }]);
});

it('a secret is sealed anew with the present key, and signs as before', async () => {
  const inbox = await receiver();
  const application = await registerApplication(platform, []);
  const endpoint = await registerEndpoint(platform.operator, application, inbox.url);
  const keys = () =>
    platform.database.sql<{ key_id: string; count: number }>(
      'select key_id, count(*)::int as count from webhook_secret group by key_id order by key_id',
    );
  const [before] = await keys();
  const key = randomBytes(32);
  const password = keyFrom(new URL(platform.database.appUrl).password);
  const orm = await connect(platform.database.appUrl, 2, [key]);
  const back = await connect(platform.database.appUrl, 2, [password, key]);
  try {
    expect(await resealSecrets(orm)).toEqual({ resealed: before?.count, unknown: {} });
    expect(await keys()).toEqual([{ key_id: orm.sealing.presentKeyId, count: before?.count }]);
    expect(await resealSecrets(platform.database.orm)).toEqual({
      resealed: 0,
      unknown: { [orm.sealing.presentKeyId]: before?.count },
    });
    const stop = await sendWebhooks({ ...platform, database: { ...platform.database, orm } });
    await platform.operator.do('pingWebhookEndpoint', { endpoint: endpoint.id }, 'delivery { id }');
    const [message] = await has(inbox, 1);
    expect(message && verified(message, endpoint.secret)).toMatchObject({ type: 'ping' });
    await stop();
    // For the tests that follow: back to what the password gives.
    expect(await resealSecrets(back)).toEqual({ resealed: before?.count, unknown: {} });
  } finally {
    await Promise.all([orm.close(true), back.close(true)]);
  }
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

it('what was delivered or not is sent again by hand: one delivery, or all since a moment', async () => {
  const { town, households } = await settledTown(platform, 1);
  const inbox = await receiver();
  const { endpoint } = await listener(platform, town, inbox.url);
  await sendWebhooks(platform);
  const before = new Date();
  await recordVisit(town, households[0]);
  await has(inbox, 1);
  await recordVisit(town, households[0]);
  await has(inbox, 2);
  await soon(async () =>
    expect((await deliveriesTo(platform.operator, endpoint)).map(({ state }) => state)).toEqual([
      'DELIVERED',
      'DELIVERED',
    ]),
  );
  const [, earlier] = await deliveriesTo(platform.operator, endpoint);
  const replayed = await platform.operator.do(
    'replayWebhookDelivery',
    { delivery: earlier?.id },
    'delivery { state attempts }',
  );
  expect(replayed.delivery).toEqual({ state: 'WAITING', attempts: 0 });
  const third = (await has(inbox, 3))[2];
  expect([third?.id, third?.text]).toEqual([inbox.got[0]?.id, inbox.got[0]?.text]);
  await soon(async () => expect(await deliveriesTo(platform.operator, endpoint, ', state: DELIVERED')).toHaveLength(2));

  const replay = (more: Record<string, unknown>) => ({ endpoint: endpoint.id, since: before.toISOString(), ...more });
  const all = async (more: Record<string, unknown>) =>
    (await platform.operator.do('replayWebhookDeliveries', replay(more), 'count')).count;
  expect(await all({})).toBe(0);
  expect(await all({ undeliveredOnly: false, since: new Date(Date.now() + 60_000).toISOString() })).toBe(0);
  expect(await all({ undeliveredOnly: false })).toBe(2);
  await has(inbox, 5);
  const old = replay({ since: new Date(Date.now() - 31 * 24 * 3600 * 1000).toISOString() });
  expect(await platform.operator.refused('replayWebhookDeliveries', old)).toEqual({
    code: 'BAD_INPUT',
    field: 'input.since',
  });
});

it('what waits when a town withdraws its consent is withheld, and said to be; it is sent by hand only once the town consents again', async () => {
  const { town, households } = await settledTown(platform, 1);
  const inbox = await receiver();
  const { endpoint, application, consentId } = await listener(platform, town, inbox.url);
  await recordVisit(town, households[0]);
  await raise(town, { household: households[0] });
  await town.admin.do('withdrawConsent', { consent: consentId }, 'consent { id }');
  await recordVisit(town, households[0]);
  await sendWebhooks(platform);
  await hurryDeliveries(platform);
  const states = async () =>
    (await deliveriesTo(platform.operator, endpoint)).map(({ state, attempts }) => [state, attempts]);
  await soon(async () =>
    expect(await states()).toEqual([
      ['WITHHELD', 0],
      ['WITHHELD', 0],
    ]),
  );
  // Of what happened without a consent there is nothing to be sent, ever.
  await consent(town, application, ['VISIT_READ']);
  const again = { endpoint: endpoint.id, since: new Date(Date.now() - 60_000).toISOString() };
  expect((await platform.operator.do('replayWebhookDeliveries', again, 'count')).count).toBe(2);
  const [message] = await has(inbox, 1);
  expect(message?.body.type).toBe('visit.recorded');
  await soon(async () =>
    expect(await states()).toEqual([
      ['WITHHELD', 0],
      ['DELIVERED', 1],
    ]),
  );
  expect(inbox.got).toHaveLength(1);
});

it('what waits for an endpoint or an application that is ended is withheld', async () => {
  const { town, households } = await settledTown(platform, 1);
  const inbox = await receiver();
  const ended = await listener(platform, town, inbox.url);
  const outOfUse = await listener(platform, town, inbox.url);
  await recordVisit(town, households[0]);
  const { endpoint } = await platform.operator.do('endWebhookEndpoint', { endpoint: ended.endpoint.id }, shown);
  expect(endpoint.endedAt).not.toBeNull();
  await platform.operator.do('endApplication', { application: outOfUse.application.id }, 'application { id }');
  await sendWebhooks(platform);
  await hurryDeliveries(platform);
  for (const each of [ended, outOfUse]) {
    await soon(async () =>
      expect(await deliveriesTo(platform.operator, each.endpoint)).toMatchObject([{ state: 'WITHHELD' }]),
    );
  }
  await recordVisit(town, households[0]);
  expect(await deliveriesTo(platform.operator, outOfUse.endpoint)).toHaveLength(1);
  expect(inbox.got).toEqual([]);
  expect(await platform.operator.refused('endWebhookEndpoint', { endpoint: ended.endpoint.id })).toEqual({
    code: 'CONFLICT',
    field: 'input.endpoint',
  });
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

it('deliveries are kept for 30 days', async () => {
  const { town, households } = await settledTown(platform, 1);
  const { endpoint } = await listener(platform, town, 'https://hooks.example/');
  await recordVisit(town, households[0]);
  await recordVisit(town, households[0]);
  const [latest, first] = await deliveriesTo(platform.operator, endpoint);
  await platform.database.sql(
    `update webhook_delivery set happened_at = now() - interval '30 days 1 minute' where event_id = $1`,
    [first?.eventId],
  );
  await atDesk(platform.database.orm, { role: 'app_platform' }, new Date(), 'write', forgetDeliveries);
  expect((await deliveriesTo(platform.operator, endpoint)).map(({ id }) => id)).toEqual([latest?.id]);
});
