import { describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { registerEndpoint } from '../webhooks/webhook.fixture.ts';
import { consent, registerApplication } from './application.fixture.ts';

const platform = testPlatform();
const said = { name: '数据看板', description: '为街镇汇总走访情况', scopes: ['TOWN_READ'] };

/** Runs one mutation so many times at once. Returns the codes of the refusals with their fields. */
async function atOnce(client: ApiClient, times: number, name: string, input: Record<string, unknown>) {
  const query = `mutation($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename } }`;
  const answers = await Promise.all(Array.from({ length: times }, () => client.send(query, { input })));
  return answers.flatMap(({ errors }) => errors.map(({ extensions: { code, field } }) => `${code} ${field}`));
}

const own = async (client: ApiClient, selection: string): Promise<Data> =>
  (await client.ask(`{ viewer { applications { nodes { ${selection} } } } }`)).viewer.applications.nodes;

describe('of many who ask at once', () => {
  it('an account registers twenty applications and no more', async () => {
    const { admin } = await platform.newTown();
    const refused = await atOnce(admin, 40, 'registerApplication', said);
    expect(refused).toEqual(Array.from({ length: 20 }, () => 'CONFLICT input'));
    expect(await own(admin, 'id')).toHaveLength(20);
  });

  it('an application gets two secrets, five endpoints with two secrets each, and no more', async () => {
    const { admin } = await platform.newTown();
    const { id } = await registerApplication(platform, ['TOWN_READ', 'VISIT_READ'], admin);
    const renewed = await atOnce(admin, 8, 'renewApplicationSecret', { application: id });
    expect(renewed).toEqual(Array.from({ length: 7 }, () => 'CONFLICT input.application'));
    const endpoint = { application: id, url: 'https://hooks.example/a', events: ['VISIT_RECORDED'] };
    const registered = await atOnce(admin, 8, 'registerWebhookEndpoint', endpoint);
    expect(registered).toEqual(Array.from({ length: 3 }, () => 'CONFLICT input.application'));
    const [{ webhookEndpoints }] = await own(admin, 'webhookEndpoints { id }');
    const again = await atOnce(admin, 8, 'renewWebhookSecret', { endpoint: webhookEndpoints[0].id });
    expect(again).toEqual(Array.from({ length: 7 }, () => 'CONFLICT input.endpoint'));
    const [shown] = await own(admin, 'secrets { id } webhookEndpoints { secrets { id } }');
    const counts = shown.webhookEndpoints.map(({ secrets }: Data) => secrets.length);
    expect([shown.secrets.length, counts]).toEqual([2, [2, 1, 1, 1, 1]]);
  });

  it('of the two secrets of an endpoint one stays', async () => {
    const { admin } = await platform.newTown();
    const application = await registerApplication(platform, ['VISIT_READ'], admin);
    const { id } = await registerEndpoint(admin, application, 'https://hooks.example/b');
    const renewing = { endpoint: id };
    const { endpoint } = await admin.do('renewWebhookSecret', renewing, 'endpoint { secrets { id } }');
    const revoking = endpoint.secrets.map((each: Data) =>
      atOnce(admin, 2, 'revokeWebhookSecret', { webhookSecret: each.id }),
    );
    expect((await Promise.all(revoking)).flat()).toHaveLength(3);
    expect((await own(admin, 'webhookEndpoints { secrets { id } }'))[0].webhookEndpoints[0].secrets).toHaveLength(1);
  });

  it('an application never stores more than five hundred operations', async () => {
    const { admin } = await platform.newTown();
    const { id } = await registerApplication(platform, ['TOWN_READ'], admin);
    const documents = (from: number) =>
      Array.from({ length: 90 }, (_, index) => `query N${from + index} { viewer { account { name } } }`);
    const storing = Array.from({ length: 8 }, (_, index) =>
      atOnce(admin, 1, 'storeOperations', { application: id, documents: documents(100 * index) }),
    );
    expect((await Promise.all(storing)).flat()).toEqual(Array.from({ length: 3 }, () => 'CONFLICT input.documents'));
    expect((await own(admin, 'operations { name }'))[0].operations).toHaveLength(450);
  });

  it('each consents in the place of the one before, and the last one holds', async () => {
    const town = await platform.newTown();
    const application = await registerApplication(platform, ['TOWN_READ'], platform.operator);
    await consent(town, application, ['TOWN_READ']);
    const input = { town: town.code, clientId: application.clientId, scopes: ['TOWN_READ'] };
    expect(await atOnce(town.admin, 8, 'consentToApplication', input)).toEqual([]);
    const query = 'query($code: RegisterCode!) { town(code: $code) { consents { nodes { endedAt } } } }';
    const { nodes: consents } = (await town.admin.ask(query, { code: town.code })).town.consents;
    const holding = consents.filter(({ endedAt }: Data) => endedAt === null);
    expect([consents.length, holding.length]).toEqual([9, 1]);
    expect(platform.faults).toEqual([]);
  });
});
