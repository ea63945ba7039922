import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { consent, registerApplication } from '../applications/application.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import { addRound, allDone, doJobs } from '../jobs/job.fixture.ts';
import { tasks } from '../jobs/tasks.ts';
import { dayAfter, dayOf } from '../today.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { deliveriesTo, has, receiver, registerEndpoint, sendWebhooks, soon, verified } from './webhook.fixture.ts';
import { consentEvents, webhookEvents } from './webhook-events.ts';

const platform = testPlatform();
const scopes = ['TOWN_READ', 'VISIT_READ'];

/** A town, and an application that is told of its consents at an address, before there are any. */
async function asking(url: string) {
  const town = await platform.newTown();
  const application = await registerApplication(platform, scopes);
  const endpoint = await registerEndpoint(platform.operator, application, url, consentEvents);
  return { town, application, endpoint };
}

it('an application is told that a town consented to it, and that each consent has ended, although there is none by then', async () => {
  const inbox = await receiver();
  const { town, application, endpoint } = await asking(inbox.url);
  const stranger = await registerApplication(platform, scopes, town.admin);
  const unasked = await registerEndpoint(town.admin, stranger, inbox.url, consentEvents);
  await sendWebhooks(platform);
  const first = await consent(town, application, ['TOWN_READ']);
  const second = await consent(town, application, scopes);
  await town.admin.do('withdrawConsent', { consent: second }, 'consent { id }');
  const messages = await has(inbox, 4);
  const data = { town: town.code };
  expect(messages.map((message) => verified(message, endpoint.secret)).map(({ type, data }) => [type, data])).toEqual([
    ['consent.given', { ...data, consent: first }],
    ['consent.ended', { ...data, consent: first }],
    ['consent.given', { ...data, consent: second }],
    ['consent.ended', { ...data, consent: second }],
  ]);
  await soon(async () =>
    expect((await deliveriesTo(platform.operator, endpoint)).map(({ state }) => state)).toEqual(
      Array(4).fill('DELIVERED'),
    ),
  );
  expect(await deliveriesTo(town.admin, unasked)).toEqual([]);
  const query = `query($clientId: String!) { application(clientId: $clientId) { consents { nodes { id } } } }`;
  const { consents } = (await platform.operator.ask(query, { clientId: application.clientId })).application;
  expect(consents.nodes).toEqual([{ id: second }, { id: first }]);
});

it('of what is refused, or answered again, and to an endpoint that did not ask for it, no consent is told', async () => {
  const { town, application, endpoint } = await asking('https://hooks.example/');
  const other = await registerEndpoint(platform.operator, application, 'https://hooks.example/visits');
  const input = { town: town.code, clientId: application.clientId, scopes, idempotencyKey: `k${town.code}` };
  expect(await town.admin.refused('consentToApplication', { ...input, scopes: [] })).toMatchObject({
    code: 'BAD_INPUT',
  });
  await town.admin.do('consentToApplication', input, 'consent { id }');
  await town.admin.do('consentToApplication', input, 'consent { id }');
  expect((await deliveriesTo(platform.operator, endpoint)).map(({ event }) => event)).toEqual(['CONSENT_GIVEN']);
  expect(await deliveriesTo(platform.operator, other)).toEqual([]);
});

it('what happens in a town is withheld once it has withdrawn, and that it has is sent', async () => {
  const { town, households } = await settledTown(platform, 1);
  const inbox = await receiver();
  const application = await registerApplication(platform, scopes);
  const id = await consent(town, application, scopes);
  const endpoint = await registerEndpoint(platform.operator, application, inbox.url, webhookEvents);
  await recordVisit(town, households[0]);
  await town.admin.do('withdrawConsent', { consent: id }, 'consent { id }');
  await sendWebhooks(platform);
  await soon(async () =>
    expect((await deliveriesTo(platform.operator, endpoint)).map(({ event, state }) => [event, state])).toEqual([
      ['CONSENT_ENDED', 'DELIVERED'],
      ['VISIT_RECORDED', 'WITHHELD'],
    ]),
  );
  expect(inbox.got.map(({ body }) => body.type)).toEqual(['consent.ended']);
});

it('a consent whose last day is over is told as ended by the job that looks as the day begins, and only then', async () => {
  const inbox = await receiver();
  const { town, application, endpoint } = await asking(inbox.url);
  const until = dayAfter(dayOf(new Date()));
  const over = await consent(town, application, scopes, until);
  const lasting = await registerApplication(platform, scopes);
  const unended = await registerEndpoint(platform.operator, lasting, 'https://hooks.example/', consentEvents);
  await consent(town, lasting, scopes, until);
  await sendWebhooks(platform);
  await has(inbox, 1);
  await platform.database.sql(
    'update application_consent set valid_to = current_date - 1 where town_id = $1 and global_application_id = $2',
    [town.code, application.clientId],
  );
  const looking = tasks.find(({ task }) => task.name === 'note-consents-over');
  const queueing = tasks.find(({ task }) => task.name === 'queue-webhooks');
  if (!looking || !queueing) throw new Error('No job looks for what is over');
  // Every hour, in case there was no process at midnight.
  expect([looking.minutes, looking.hours]).toEqual(['0', undefined]);
  const { said } = await doJobs(platform, [looking, { task: queueing.task }]);
  await addRound(platform, looking.task);
  await allDone(platform, looking.task);
  await addRound(platform, queueing.task);
  const [, message] = await has(inbox, 2);
  expect(message && verified(message, endpoint.secret)).toMatchObject({
    type: 'consent.ended',
    data: { town: town.code, consent: over },
  });
  await addRound(platform, looking.task);
  await allDone(platform, looking.task);
  await town.admin.do('withdrawConsent', { consent: over }, 'consent { id }');
  const events = async (to: typeof endpoint) =>
    (await deliveriesTo(platform.operator, to)).map(({ event }) => event).sort();
  expect(await events(endpoint)).toEqual(['CONSENT_ENDED', 'CONSENT_GIVEN']);
  expect(await events(unended)).toEqual(['CONSENT_GIVEN']);
  expect(said).toEqual([]);
});
