import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { cover } from '../coverage/coverage.fixture.ts';
import { settledTown } from '../households/household.fixture.ts';
import { registerOrganization } from '../organizations/organization.fixture.ts';
import { partyOrganization } from '../party-organizations/party-organization.fixture.ts';
import { raise, take } from '../requests/request.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { deliveriesTo, has, listener, receiver, sendWebhooks, verified } from './webhook.fixture.ts';

const platform = testPlatform();

it('a change is told with ids that the API takes, signed so that Standard Webhooks’ own library trusts it, and nothing personal', async () => {
  const { town, households } = await settledTown(platform, 1);
  const inbox = await receiver();
  const { endpoint } = await listener(platform, town, inbox.url);
  await sendWebhooks(platform);
  const visit = await recordVisit(town, households[0]);
  const [message] = await has(inbox, 1);
  if (!message) throw new Error('Nothing came');
  expect(verified(message, endpoint.secret)).toEqual({
    type: 'visit.recorded',
    id: message.id,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    data: { town: town.code, visit, version: 1 },
  });
  expect(message.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Lianxin-Webhooks/1' });
  expect(() => verified({ ...message, text: message.text.replace('1}', '2}') }, endpoint.secret)).toThrow();
  const { node } = await town.admin.ask('query($id: ID!) { node(id: $id) { id } }', { id: visit });
  expect(node.id).toBe(visit);
});

it('a visit that is written anew or withdrawn, a request’s steps, restructurings and coverage are told, each with its version', async () => {
  const { town, households } = await settledTown(platform, 1);
  const { admin } = town;
  const organization = (await registerOrganization(town)).id;
  const party = (await partyOrganization(town)).id;
  const inbox = await receiver();
  await listener(platform, town, inbox.url);
  await sendWebhooks(platform);
  const told: Data[] = [];
  const tell = (type: string, data: Data) => told.push({ type, data: { town: town.code, ...data } });

  const visit = await recordVisit(town, households[0]);
  tell('visit.recorded', { visit, version: 1 });
  await admin.do('withdrawVisit', { visit, reason: '重复' }, 'visit { id }');
  tell('visit.recorded', { visit, version: 2 });

  const request = (await raise(town, { household: households[0] })).id;
  tell('request.moved', { request, version: 1 });
  await take(admin, 'acceptRequest', request, { holder: await town.person() });
  tell('request.moved', { request, version: 2 });

  const unit = await town.openUnit();
  await admin.do('renameUnit', { unit, name: '新名' }, 'unit { id }');
  const query = 'query($code: RegisterCode!) { town(code: $code) { restructurings(first: 2) { nodes { id } } } }';
  const [renamed, opened] = (await admin.ask(query, { code: town.code })).town.restructurings.nodes;
  tell('unit.restructured', { restructuring: opened.id, version: expect.any(Number) });
  tell('unit.restructured', { restructuring: renamed.id, version: expect.any(Number) });

  const link = await cover(town, party, organization);
  tell('coverage.changed', { organization });
  await admin.do('endCoverage', { link, because: '搬走' }, 'link { id }');
  tell('coverage.changed', { organization });
  await admin.do('assignWorker', { organization, person: await town.person(), role: 'LIAISON' }, 'assignment { id }');
  tell('coverage.changed', { organization });
  await admin.do('assignWorker', { unit, person: await town.person(), role: 'LIAISON' }, 'assignment { id }');
  tell('coverage.changed', { unit });

  const got = await has(inbox, told.length);
  const inOrder = (messages: readonly Data[]) =>
    Object.groupBy(
      messages,
      ({ type, data }) => `${type} ${data.visit ?? data.request ?? data.organization ?? data.unit ?? 'tree'}`,
    );
  const received = got.map(({ body: { type, data } }) => ({ type, data }));
  expect(inOrder(received)).toEqual(inOrder(told));
  const versions = received.flatMap(({ type, data }) => (type === 'unit.restructured' ? [data.version] : []));
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
});

it('a draft, a change that is refused and one that is answered again are not told', async () => {
  const { town, households } = await settledTown(platform, 1);
  const { endpoint } = await listener(platform, town, 'https://hooks.example/');
  const unit = await town.openUnit();
  const steps = [{ rename: { unit, name: '新名' } }];
  const draft = { town: town.code, reason: '调整', steps };
  const { restructuring } = await town.admin.do('draftRestructuring', draft, 'restructuring { id }');
  const keyed = { household: households[0], source: 'VISIT', description: '修', idempotencyKey: `k${town.code}` };
  await expect(raise(town, { household: households[0], description: '' })).rejects.toThrow();
  await raise(town, keyed);
  await raise(town, keyed);
  const events = async () => (await deliveriesTo(platform.operator, endpoint)).map(({ event }) => event);
  expect(await events()).toEqual(['REQUEST_MOVED', 'UNIT_RESTRUCTURED']);
  await town.admin.do('applyDraft', { draft: restructuring.id }, 'restructuring { id }');
  expect(await events()).toEqual(['UNIT_RESTRUCTURED', 'REQUEST_MOVED', 'UNIT_RESTRUCTURED']);
});

it('an endpoint is told only of what it asked for, of towns that let its application know it', async () => {
  const [{ town, households }, other] = [await settledTown(platform, 1), await settledTown(platform, 1)];
  const all = await listener(platform, town, 'https://hooks.example/all');
  const unread = await listener(platform, town, 'https://hooks.example/unread', ['REQUEST_READ']);
  const input = { endpoint: all.endpoint.id, url: 'https://hooks.example/', events: ['REQUEST_MOVED'] };
  await platform.operator.do('reviseWebhookEndpoint', input, 'endpoint { version }');
  await recordVisit(town, households[0]);
  await recordVisit(other.town, other.households[0]);
  await raise(town, { household: households[0] });
  await raise(other.town, { household: other.households[0] });
  for (const { endpoint } of [all, unread]) {
    expect(await deliveriesTo(platform.operator, endpoint)).toMatchObject([
      { event: 'REQUEST_MOVED', townCode: town.code, state: 'WAITING', attempts: 0, objectVersion: 1 },
    ]);
  }
  const [mine, theirs] = await Promise.all(
    [all, unread].map(({ endpoint }) => deliveriesTo(platform.operator, endpoint)),
  );
  expect(mine?.[0]?.eventId).toBe(theirs?.[0]?.eventId);
});
