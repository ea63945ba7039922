import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { consent, registerApplication } from '../applications/application.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import { addRound, doJobs } from '../jobs/job.fixture.ts';
import { tasks } from '../jobs/tasks.ts';
import { raise, take } from '../requests/request.fixture.ts';
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

it('what one object is told of comes in order, and waits for what failed before it; others do not', async () => {
  const { town, households } = await settledTown(platform, 1);
  let fails = true;
  const failing = new Set<string>();
  const inbox = await receiver(({ body }, _request, response) => {
    response.writeHead(fails && failing.has(body.data.request) ? 500 : 204).end('busy');
  });
  const { endpoint } = await listener(platform, town, inbox.url);
  const [stuck, free] = [
    await raise(town, { household: households[0] }),
    await raise(town, { household: households[0] }),
  ];
  failing.add(stuck.id);
  const holder = await town.person();
  for (const { id } of [stuck, free]) await take(town.admin, 'acceptRequest', id, { holder });
  await sendWebhooks(platform);
  const of = (request: string) =>
    inbox.got.flatMap(({ body }) => (body.data.request === request ? [body.data.version] : []));
  await soon(() => expect(of(free.id)).toEqual([1, 2]));
  expect(of(stuck.id)).toEqual([1]);
  await soon(async () =>
    expect(await deliveriesTo(platform.operator, endpoint)).toMatchObject([
      { state: 'DELIVERED', responseStatus: 204 },
      { state: 'WAITING', attempts: 0 },
      { state: 'DELIVERED' },
      { state: 'WAITING', attempts: 1, responseStatus: 500, responseBody: 'busy', fault: null },
    ]),
  );
  fails = false;
  await hurryDeliveries(platform);
  await soon(() => expect(of(stuck.id)).toEqual([1, 1, 2]));
  const [first, second] = inbox.got.filter(({ body }) => body.data.request === stuck.id);
  expect([second?.id, second?.text]).toEqual([first?.id, first?.text]);
  if (!second) throw new Error('It did not come again');
  expect(verified(second, endpoint.secret)).toMatchObject({ id: first?.id });
});

it('a failed delivery is tried again by itself after some seconds, given up after ten attempts, and then those after it come', async () => {
  const { town, households } = await settledTown(platform, 1);
  let status = 503;
  const inbox = await receiver((_received, _request, response) => void response.writeHead(status).end());
  const { endpoint } = await listener(platform, town, inbox.url);
  await sendWebhooks(platform);
  const visit = await recordVisit(town, households[0]);
  await has(inbox, 2);
  const [waiting] = await deliveriesTo(platform.operator, endpoint);
  expect(waiting).toMatchObject({ state: 'WAITING', responseStatus: 503 });
  await town.admin.do('withdrawVisit', { visit, reason: '重复' }, 'visit { id }');
  await platform.database.sql(
    'update webhook_delivery set attempts = 9 where attempts > 0 and global_endpoint_id = (select id from webhook_endpoint where url = $1)',
    [inbox.url],
  );
  await soon(async () =>
    expect((await deliveriesTo(platform.operator, endpoint)).at(-1)).toMatchObject({ attempts: 9 }),
  );
  await hurryDeliveries(platform);
  await soon(async () =>
    expect((await deliveriesTo(platform.operator, endpoint)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['WAITING', 1],
      ['FAILED', 10],
    ]),
  );
  status = 204;
  await hurryDeliveries(platform);
  await soon(async () =>
    expect((await deliveriesTo(platform.operator, endpoint))[0]).toMatchObject({ state: 'DELIVERED' }),
  );
  expect(inbox.got.at(-1)?.body.data).toMatchObject({ visit, version: 2 });
});

it('a receiver that hangs is given up on in time, and keeps no other endpoint of the town waiting', async () => {
  const { town, households } = await settledTown(platform, 1);
  const [hanging, quick] = [await receiver(() => {}), await receiver()];
  const slow = await listener(platform, town, hanging.url);
  await listener(platform, town, quick.url);
  await sendWebhooks(platform, { longest: 1500 });
  await recordVisit(town, households[0]);
  await has(hanging, 1);
  await has(quick, 1);
  await soon(async () =>
    expect(await deliveriesTo(platform.operator, slow.endpoint)).toMatchObject([
      { state: 'WAITING', attempts: 1, fault: 'TIMED_OUT', responseStatus: null },
    ]),
  );
  const [{ duration }] = (await deliveriesTo(platform.operator, slow.endpoint)) as [{ duration: number }];
  expect(duration).toBeGreaterThanOrEqual(1400);
});

it('a town’s receivers that hang, however many accounts it opens for them, keep those of another town from nothing', async () => {
  const [hostile, other] = [await settledTown(platform, 1), await settledTown(platform, 1)];
  const hanging = await receiver(() => {});
  const owners = [hostile.town.admin];
  while (owners.length < 8) owners.push(await hostile.town.account('TOWN_ADMINISTRATOR'));
  for (const [index, owner] of owners.entries()) {
    const application = await registerApplication(platform, listening, owner, { name: `看板${index}` });
    await consent(hostile.town, application, listening);
    for (let each = 0; each < 2; each += 1) {
      await registerEndpoint(owner, application, `${hanging.url}${index}/${each}`);
    }
  }
  const quick = await receiver();
  const application = await registerApplication(platform, listening, other.town.admin);
  await consent(other.town, application, listening);
  await registerEndpoint(other.town.admin, application, quick.url);
  await recordVisit(hostile.town, hostile.households[0]);
  await sendWebhooks(platform, { longest: 60_000 });
  await has(hanging, 2);
  await recordVisit(other.town, other.households[0]);
  await has(quick, 1);
  expect(hanging.got).toHaveLength(2);
});

it('a receiver that has hung is sent to apart, so that its account’s others go on, until it answers quickly', async () => {
  const { town, households } = await settledTown(platform, 2);
  let hangs = true;
  const hanging = await receiver((_received, _request, response) => {
    if (!hangs) response.writeHead(204).end();
  });
  const quick = await receiver();
  const application = await registerApplication(platform, listening, town.admin);
  await consent(town, application, listening);
  const slow = await registerEndpoint(town.admin, application, hanging.url);
  await registerEndpoint(town.admin, application, quick.url);
  const stop = await sendWebhooks(platform, { longest: 2000 });
  await recordVisit(town, households[0]);
  await soon(async () =>
    expect(await deliveriesTo(town.admin, slow)).toMatchObject([{ attempts: 1, fault: 'TIMED_OUT' }]),
  );
  await has(quick, 1);
  await stop();
  const stopHanging = await sendWebhooks(platform, { longest: 60_000 });
  await hurryDeliveries(platform);
  await has(hanging, 2);
  await recordVisit(town, households[1]);
  await has(quick, 2);
  await stopHanging();
  hangs = false;
  const queues = () =>
    platform.database.sql<{ slow: boolean }>('select slow from webhook_endpoint where url = $1', [hanging.url]);
  expect(await queues()).toEqual([{ slow: true }]);
  await sendWebhooks(platform);
  await hurryDeliveries(platform);
  await soon(async () => expect(await queues()).toEqual([{ slow: false }]));
});

it('a receiver that hangs keeps another developer’s at the same address waiting for nothing, as behind one gateway', async () => {
  const { town, households } = await settledTown(platform, 8);
  const inbox = await receiver((_received, request, response) => {
    if (request.url !== '/hangs') response.writeHead(204).end();
  });
  const to = (path: string) => inbox.got.filter(({ path: each }) => each === path);
  const application = await registerApplication(platform, listening, town.admin);
  await consent(town, application, listening);
  await registerEndpoint(town.admin, application, `${inbox.url}hangs`);
  await sendWebhooks(platform, { longest: 60_000 });
  for (const household of households) await recordVisit(town, household);
  // As many as are sent to an endpoint at a time.
  await soon(() => expect(to('/hangs')).toHaveLength(8));
  await listener(platform, town, `${inbox.url}answers`);
  await recordVisit(town, households[0]);
  await soon(() => expect(to('/answers')).toHaveLength(1));
});

it('no more than a little of an answer is read and kept', async () => {
  const { town, households } = await settledTown(platform, 1);
  const inbox = await receiver((_received, _request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.write(`好\u0000\n${'哎'.repeat(5000)}`);
    // And never ends.
  });
  const { endpoint } = await listener(platform, town, inbox.url);
  await sendWebhooks(platform);
  await recordVisit(town, households[0]);
  await soon(async () =>
    expect(await deliveriesTo(platform.operator, endpoint)).toMatchObject([
      { state: 'DELIVERED', responseStatus: 200, responseBody: `好 ${'哎'.repeat(198)}` },
    ]),
  );
});

it('answers before the answer are let pass, but not without end', async () => {
  const { town, households } = await settledTown(platform, 1);
  const babbling = createServer((socket) => {
    socket.on('error', () => {});
    const babble = setInterval(() => socket.write('HTTP/1.1 103 E\r\n\r\n'), 20);
    socket.once('close', () => clearInterval(babble));
  });
  babbling.listen(0, '127.0.0.1');
  await once(babbling, 'listening');
  onTestFinished(() => void babbling.close());
  const { port } = babbling.address() as AddressInfo;
  const { endpoint } = await listener(platform, town, `http://127.0.0.1:${port}/`);
  await sendWebhooks(platform);
  await recordVisit(town, households[0]);
  await soon(async () =>
    expect(await deliveriesTo(platform.operator, endpoint)).toMatchObject([
      { state: 'WAITING', attempts: 1, fault: 'NOT_REACHED' },
    ]),
  );
});

it('a redirect is an answer like any other, and not followed, to this machine or elsewhere', async () => {
  const { town, households } = await settledTown(platform, 1);
  const secret = await receiver();
  const inbox = await receiver((_received, _request, response) => {
    response.writeHead(307, { location: secret.url }).end();
  });
  const { endpoint } = await listener(platform, town, inbox.url);
  await sendWebhooks(platform);
  await recordVisit(town, households[0]);
  await soon(async () =>
    expect(await deliveriesTo(platform.operator, endpoint)).toMatchObject([
      { state: 'WAITING', attempts: 1, responseStatus: 307 },
    ]),
  );
  expect(secret.got).toEqual([]);
});

it('what no process was told of is found by the job that looks every minute, and what happened while none ran when one starts', async () => {
  const { town, households } = await settledTown(platform, 1);
  const visit = await recordVisit(town, households[0]);
  const inbox = await receiver();
  await listener(platform, town, inbox.url);
  // Past the API, so that nobody is told: as where a process dies between the commit and the telling.
  const silently = () =>
    platform.database.sql('update visit set version = version + 1 where town_id = $1', [town.code]);
  await silently();
  await sendWebhooks(platform);
  await has(inbox, 1);
  await silently();
  const looking = tasks.find(({ task }) => task.name === 'queue-webhooks');
  if (!looking) throw new Error('No job looks for what is due');
  expect(looking.minutes).toBe('*');
  await doJobs(platform, [looking]);
  await addRound(platform, looking.task);
  await has(inbox, 2);
  const versions = inbox.got.map(({ body }) => [body.data.visit, body.data.version]);
  expect(versions).toEqual([
    [visit, 2],
    [visit, 3],
  ]);
});

it('what the process had under way when it stopped comes again', async () => {
  const { town, households } = await settledTown(platform, 1);
  let answers = false;
  const inbox = await receiver((_received, _request, response) => {
    if (answers) response.writeHead(204).end();
  });
  const { endpoint } = await listener(platform, town, inbox.url);
  const stop = await sendWebhooks(platform);
  await recordVisit(town, households[0]);
  await has(inbox, 1);
  await stop();
  expect(await deliveriesTo(platform.operator, endpoint)).toMatchObject([
    { state: 'WAITING', attempts: 1, attemptedAt: expect.any(String) },
  ]);
  answers = true;
  await sendWebhooks(platform);
  await hurryDeliveries(platform);
  await has(inbox, 2);
  expect(inbox.got[1]?.id).toBe(inbox.got[0]?.id);
  await soon(async () =>
    expect(await deliveriesTo(platform.operator, endpoint)).toMatchObject([{ state: 'DELIVERED', attempts: 2 }]),
  );
});
