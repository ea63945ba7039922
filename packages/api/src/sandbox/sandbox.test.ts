import { beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { clientOf, registerApplication, type TestApplication } from '../applications/application.fixture.ts';
import { addRound, doJobs } from '../jobs/job.fixture.ts';
import { tasks } from '../jobs/tasks.ts';
import { globalId } from '../schema/global-id.ts';
import { makeDeveloper } from '../signin/make-operator.ts';
import { sandboxDistrict } from '../towns/sandbox.ts';
import {
  deliveriesTo,
  has,
  receiver,
  registerEndpoint,
  sendWebhooks,
  type TestEndpoint,
  verified,
} from '../webhooks/webhook.fixture.ts';
import { consentEvents } from '../webhooks/webhook-events.ts';
import { makeSandbox } from './make-sandbox.ts';
import { codes } from './sandbox.fixture.ts';

const platform = testPlatform();
const [first, second, third] = codes;
const scopes = ['TOWN_READ', 'UNIT_READ', 'PARTY_READ', 'ORGANIZATION_READ', 'VISIT_READ'];
const names = 'town:read unit:read party:read organization:read visit:read';

let early: TestApplication;
let told: TestEndpoint;
beforeAll(async () => {
  early = await registerApplication(platform, scopes);
  told = await registerEndpoint(platform.operator, early, 'https://hooks.example/consents', consentEvents);
  await makeSandbox(platform.database.orm, platform.database.ownerUrl);
  await makeSandbox(platform.database.orm, platform.database.ownerUrl);
}, 60_000);

const asked = `query($codes: [RegisterCode!]!) { towns(codes: $codes) {
  ... on Town { code name sandbox status units(first: 100) { totalCount } }
  ... on TownUnavailable { reason town { code sandbox } } } }`;

describe('the sandbox', () => {
  it('is open to a developer without any role who registers an application, and to applications of before; one of its towns is not', async () => {
    await makeDeveloper(platform.database.orm, 'developer', new Date());
    const developer = await platform.clientOf('developer');
    const fresh = await registerApplication(platform, scopes, developer);
    for (const application of [fresh, early]) {
      const client = await clientOf(platform, application, names);
      const { towns } = await client.ask(asked, { codes });
      expect(towns.map((town: Data) => town.code ?? town.reason)).toEqual([first, second, 'NOT_CONSENTED']);
      expect(towns[0]).toMatchObject({ name: '试用一镇', sandbox: true, status: 'ACTIVE', units: { totalCount: 16 } });
      expect(towns[2].town).toEqual({ code: third, sandbox: true });
      const district = `{ district(code: "${sandboxDistrict.code}") { name towns { code } } }`;
      expect((await client.ask(district)).district).toEqual({ name: '沙箱区', towns: codes.map((code) => ({ code })) });
    }
    expect(platform.faults).toEqual([]);
  });

  it('has organisations to page through, with what covers them', async () => {
    const client = await clientOf(platform, early, names);
    const page = `query($code: RegisterCode!, $after: String) { town(code: $code) { organizations(first: 25, after: $after) {
      nodes { name coverage { way } } pageInfo { hasNextPage endCursor } } } }`;
    const { organizations } = (await client.ask(page, { code: first })).town;
    expect([organizations.nodes.length, organizations.pageInfo.hasNextPage]).toEqual([25, true]);
    const { endCursor: after } = organizations.pageInfo;
    const rest = (await client.ask(page, { code: first, after })).town.organizations;
    const states = new Set([...organizations.nodes, ...rest.nodes].map(({ coverage }: Data) => coverage.length > 0));
    expect([rest.nodes.length, states.size]).toEqual([14, 2]);
  });

  it('tells an application of before that it is let do something, once', async () => {
    const consents = await deliveriesTo(platform.operator, told);
    expect(consents.map(({ event, townCode }) => [event, townCode]).sort()).toEqual([
      ['CONSENT_GIVEN', first],
      ['CONSENT_GIVEN', second],
    ]);
  });

  it('lets an application that asks for something else have that, and no more, and tells it so', async () => {
    const application = await registerApplication(platform, scopes);
    const endpoint = await registerEndpoint(platform.operator, application, 'https://hooks.example/', consentEvents);
    const input = { application: application.id, name: '改', description: '改', redirectUris: [] };
    await platform.operator.do('reviseApplication', { ...input, scopes: ['TOWN_READ'] }, 'application { id }');
    const consents = await platform.database.sql<{ scopes: string[]; over: boolean }>(
      `select scopes, ended_at is not null as over from application_consent where global_application_id = $1
       and town_id = $2 order by granted_at`,
      [application.clientId, first],
    );
    expect(consents.map(({ scopes: let_, over }) => [let_.length, over])).toEqual([
      [scopes.length, true],
      [1, false],
    ]);
    const deliveries = (await deliveriesTo(platform.operator, endpoint)).filter(({ townCode }) => townCode === first);
    expect(deliveries.map(({ event }) => event).sort()).toEqual(['CONSENT_ENDED', 'CONSENT_GIVEN']);
  });

  it('tells who asks for it which towns it has and when they begin anew', async () => {
    const { sandbox } = await platform.operator.ask('{ sandbox { beginsAnewAt towns { code name consents } } }');
    expect(sandbox.towns.map(({ code, consents }: Data) => [code, consents])).toEqual([
      [first, true],
      [second, true],
      [third, false],
    ]);
    const hours = (Date.parse(sandbox.beginsAnewAt) - Date.now()) / 3_600_000;
    expect([hours > 0, hours <= 24, sandbox.beginsAnewAt.slice(11, 16)]).toEqual([true, true, '19:30']);
    expect((await platform.public.send('{ sandbox { beginsAnewAt } }')).errors[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('is not seen by the platform, by districts or by other towns, and nobody gets an office or account there', async () => {
    const town = await platform.newTown();
    const opening = { name: 'office', displayName: '区', district: town.code.slice(0, 6) };
    const { account } = await platform.operator.do('openOfficeAccount', opening, 'account { name }');
    const office = await platform.clientOf(account.name);
    for (const client of [platform.operator, office, town.admin]) {
      const { districts } = await client.ask('{ districts { code towns { sandbox } } }');
      expect(districts.map(({ code }: Data) => code)).not.toContain(sandboxDistrict.code);
      expect(districts.flatMap(({ towns }: Data) => towns).filter(({ sandbox }: Data) => sandbox)).toEqual([]);
      const one = await client.send(`{ town(code: "${first}") { name } }`);
      expect(one.errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'code' });
      const several = await client.send(asked, { codes });
      expect(several.errors.map(({ extensions }: Data) => extensions.code)).toEqual(codes.map(() => 'NOT_FOUND'));
      const id = globalId('Town', Number(first), String(first));
      expect((await client.send('query($id: ID!) { node(id: $id) { id } }', { id })).data?.node ?? null).toBeNull();
    }
    const refused = { code: 'NOT_FOUND', field: 'input.district' };
    const district = { name: 'sand', displayName: '区', district: sandboxDistrict.code };
    expect(await platform.operator.refused('openOfficeAccount', district)).toEqual(refused);
    expect(await platform.operator.refused('setUpTown', { code: first })).toMatchObject({ code: 'NOT_FOUND' });
    const admin = { town: first, name: 'mine', displayName: '我', role: 'TOWN_ADMINISTRATOR' };
    expect(await platform.operator.refused('openAccount', admin)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('sends webhooks of what happens there, also to who writes nothing', async () => {
    const received = await receiver();
    await sendWebhooks(platform);
    const { secret } = await registerEndpoint(platform.operator, early, received.url, ['VISIT_RECORDED']);
    const task = tasks.find((each) => each.task.name === 'visit-in-sandbox');
    if (!task) throw new Error('There is no such task');
    // Without the job that looks every minute.
    await doJobs(platform, [{ task: task.task }]);
    await addRound(platform, task.task);
    const [message] = await has(received, 1);
    expect(message && verified(message, secret)).toMatchObject({ type: 'visit.recorded' });
    expect(platform.faults).toEqual([]);
  });
});
