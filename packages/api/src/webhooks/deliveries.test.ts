import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { consent } from '../applications/application.fixture.ts';
import { atDesk } from '../db/door.ts';
import { settledTown } from '../households/household.fixture.ts';
import { raise } from '../requests/request.fixture.ts';
import { readGlobalId } from '../schema/global-id.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { forgetDeliveries } from './queue-webhooks.ts';
import { deliveriesTo, has, hurryDeliveries, listener, receiver, sendWebhooks, soon } from './webhook.fixture.ts';

const platform = testPlatform();

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

it('thousands are sent again by hand in parts, the earliest first', async () => {
  const { town } = await settledTown(platform, 1);
  const { endpoint } = await listener(platform, town, 'https://hooks.example/');
  const moment = (second: number) => new Date(Date.now() - 3_600_000 + second * 1000).toISOString();
  const start = moment(0);
  // Of the last moment within the part there are two.
  await platform.database.sql(
    `insert into webhook_delivery (town_id, id, global_endpoint_id, global_owner_id, event_id, event, about, object_id, lane, seq, happened_at, state, attempts, due_at)
     select $1, gen_random_uuid(), e.id, a.owner_id, gen_random_uuid(), 'VISIT_RECORDED', 'Visit', gen_random_uuid(), gen_random_uuid(),
       nextval('app.webhook_order'), $2::timestamptz + make_interval(secs => 0.1 * least(n, 9999 + n / 10002)), 'FAILED', 3, now()
     from generate_series(1, 10010) n, webhook_endpoint e join application a on a.id = e.application_id where e.id = $3`,
    [town.code, start, readGlobalId(endpoint.id)?.key],
  );
  const replay = async (since: string) =>
    platform.operator.do('replayWebhookDeliveries', { endpoint: endpoint.id, since }, 'count more');
  const first = await replay(start);
  expect(first).toEqual({ count: 10_001, more: expect.any(String) });
  expect(await replay(first.more)).toEqual({ count: 9, more: null });
  // What waits is of one developer with all that other tests here send, and would have them wait.
  await platform.operator.do('endWebhookEndpoint', { endpoint: endpoint.id }, 'endpoint { id }');
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
  const { endpoint } = await platform.operator.do(
    'endWebhookEndpoint',
    { endpoint: ended.endpoint.id },
    'endpoint { endedAt }',
  );
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
