import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { registerApplication } from '../applications/application.fixture.ts';
import { connect } from '../db/orm.ts';
import { keyFrom } from '../db/sealing.ts';
import { settledTown } from '../households/household.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { resealSecrets } from './sealed-secret.ts';
import { has, listener, receiver, registerEndpoint, sendWebhooks, verified } from './webhook.fixture.ts';

const platform = testPlatform();

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
