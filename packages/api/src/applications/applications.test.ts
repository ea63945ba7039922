import { beforeEach, describe, expect, it } from 'vitest';
import { ApiClient, type Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { subject } from '../requests/request.fixture.ts';
import { dayAfter, dayOf } from '../today.ts';
import { clientOf, consent, registerApplication, type TestApplication, tokenResponse } from './application.fixture.ts';

const platform = testPlatform();
/** Longer than a process remembers whom a token speaks for. */
const moment = 3100;

const readTown = 'query($code: RegisterCode!) { town(code: $code) { name units(first: 3) { nodes { name } } } }';
const reading = ['TOWN_READ', 'UNIT_READ', 'UNIT_COUNT'];
const readingScopes = 'town:read unit:read unit:count';

let application: TestApplication;
beforeEach(async () => {
  application = await registerApplication(platform, [...reading, 'HOUSEHOLD_COUNT', 'HOUSEHOLD_READ']);
});

/** What an application gets to see of a town, or the code of the refusal. */
async function seen(client: ApiClient, { code }: TestTown): Promise<Data> {
  const { data, errors } = await client.send(readTown, { code });
  return errors[0]?.extensions.code ?? data.town.units?.nodes.length;
}

describe('an application', () => {
  it('sees of a town what the town has consented to, of that what its token is for, and of other towns nothing', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    await consent(town, application, [...reading, 'HOUSEHOLD_COUNT']);
    const client = await clientOf(platform, application, readingScopes);
    expect(await seen(client, town)).toBe(3);
    expect(await seen(client, other)).toBe('NOT_FOUND');
    const narrow = await clientOf(platform, application, 'town:read');
    expect((await narrow.send(readTown, { code: town.code })).data.town.units).toBeNull();
    const none = await clientOf(platform, application, '');
    expect((await none.send(readTown, { code: town.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is told which towns have consented, as what it is there', async () => {
    const town = await platform.newTown();
    await consent(town, application, reading);
    const { viewer } = await (await clientOf(platform, application, readingScopes)).ask(
      '{ viewer { account { displayName } assignments { role town { code } unit { id } } } }',
    );
    expect(viewer.assignments).toContainEqual({ role: 'APPLICATION', town: { code: town.code }, unit: null });
  });

  it('sees nothing more within five seconds of the withdrawal', async () => {
    const town = await platform.newTown();
    const id = await consent(town, application, reading);
    const client = await clientOf(platform, application, readingScopes);
    expect(await seen(client, town)).toBe(3);
    await town.admin.do('withdrawConsent', { consent: id }, 'consent { endedAt }');
    platform.advance(moment);
    expect(await seen(client, town)).toBe('FORBIDDEN');
    expect(await town.admin.refused('withdrawConsent', { consent: id })).toEqual({
      code: 'CONFLICT',
      field: 'input.consent',
    });
  });

  it('sees nothing from the day on which a consent ends', async () => {
    const town = await platform.newTown();
    await consent(town, application, reading, dayAfter(dayOf(new Date())));
    const client = await clientOf(platform, application, readingScopes);
    expect(await seen(client, town)).toBe(3);
    const late = `update application_consent set valid_to = current_date - 1 where town_id = $1`;
    await platform.database.sql(late, [town.code]);
    platform.advance(moment);
    expect(await seen(client, town)).toBe('FORBIDDEN');
  });

  it('has what the latest consent of a town says', async () => {
    const town = await platform.newTown();
    await consent(town, application, ['TOWN_READ']);
    await consent(town, application, reading);
    const client = await clientOf(platform, application, readingScopes);
    expect(await seen(client, town)).toBe(3);
    const query =
      'query($code: RegisterCode!) { town(code: $code) { consents { nodes { scopes endedAt application { name } grantedBy } } } }';
    const { nodes: consents } = (await town.admin.ask(query, { code: town.code })).town.consents;
    expect(consents).toMatchObject(
      [
        { scopes: ['TOWN_READ', 'UNIT_READ', 'UNIT_COUNT'].sort(), endedAt: null, application: { name: '数据看板' } },
        { scopes: ['TOWN_READ'] },
      ].map((each) => ({ ...each, scopes: expect.arrayContaining(each.scopes) })),
    );
    expect(consents[1].endedAt).not.toBeNull();
  });

  it('asks of several towns and is answered by those that consented, and told of each other why not', async () => {
    const towns = [await platform.newTown(), await platform.newTown(), await platform.newTown()] as const;
    await consent(towns[0], application, reading);
    await consent(towns[2], application, reading);
    const client = await clientOf(platform, application, readingScopes);
    const query = `query($codes: [RegisterCode!]!) { towns(codes: $codes) {
      ... on Town { code units(first: 2) { nodes { name } } } ... on TownUnavailable { reason town { code } } } }`;
    const { towns: answered } = await client.ask(query, { codes: towns.map(({ code }) => code) });
    expect(answered.map((each: Data) => each.reason ?? each.units.nodes.length)).toEqual([2, 'NOT_CONSENTED', 2]);
    const alone = await towns[0].admin.send(query, { codes: towns.map(({ code }) => code) });
    expect(alone.errors.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'NOT_FOUND', field: 'codes.1' },
      { code: 'NOT_FOUND', field: 'codes.2' },
    ]);
  });

  it('is told so of each town as long as none has consented', async () => {
    const town = await platform.newTown();
    const client = await clientOf(platform, application, readingScopes);
    const query = 'query($codes: [RegisterCode!]!) { towns(codes: $codes) { ... on TownUnavailable { reason } } }';
    expect(await client.ask(query, { codes: [town.code] })).toEqual({ towns: [{ reason: 'NOT_CONSENTED' }] });
  });

  it('reads the figures of all towns of a district that consented, more than an operation reads one by one', async () => {
    const settled = [];
    for (let each = 0; each < 6; each++) settled.push(await settledTown(platform, 5 * (each + 1)));
    const consenting = settled.slice(0, 5);
    for (const { town } of consenting) await consent(town, application, ['TOWN_READ', 'UNIT_COUNT', 'HOUSEHOLD_COUNT']);
    const client = await clientOf(platform, application, 'town:read unit:count household:count');
    const query = `{ districts { figures(indicators: ["household"]) {
      ... on TownFigureSet { town { code } figures { numerator } } ... on TownUnavailable { reason town { code } } } } }`;
    const figures = (await client.ask(query)).districts.flatMap(({ figures }: Data) => figures);
    const of = ({ town }: { town: TestTown }) => figures.find((each: Data) => each.town.code === town.code);
    expect(consenting.map((each) => of(each).figures[0].numerator)).toEqual([5, 10, 15, 20, 25]);
    expect(of(settled[5] ?? { town: { code: '' } as TestTown }).reason).toBe('NOT_CONSENTED');
    expect(new Set(figures.map(({ reason }: Data) => reason))).toEqual(
      new Set([undefined, 'NOT_CONSENTED', 'NOT_SET_UP']),
    );
  });

  it('does nothing that is for people only', async () => {
    const town = await platform.newTown();
    await consent(town, application, reading);
    const client = await clientOf(platform, application, readingScopes);
    const registering = { name: '又一个', description: '自己', scopes: ['TOWN_READ'] };
    expect(await client.refused('registerApplication', registering)).toEqual({ code: 'FORBIDDEN' });
    const consenting = { town: town.code, clientId: application.clientId, scopes: ['HOUSEHOLD_READ'] };
    expect(await client.refused('consentToApplication', consenting)).toEqual({ code: 'FORBIDDEN' });
    const { viewer } = await client.ask('{ viewer { application { name } applications { totalCount } permissions } }');
    expect(viewer).toMatchObject({ application: { name: '数据看板' }, applications: null });
    expect(viewer.permissions.sort()).toEqual([...reading].sort());
  });

  it('ends with its tokens, and gets no more', async () => {
    const town = await platform.newTown();
    await consent(town, application, reading);
    const client = await clientOf(platform, application, readingScopes);
    await platform.operator.do('endApplication', { application: application.id }, 'application { endedAt }');
    platform.advance(moment);
    expect((await client.send(readTown, { code: town.code })).status).toBe(401);
    expect((await tokenResponse(platform, application, 'town:read')).body.error).toBe('invalid_client');
    expect(await platform.operator.refused('renewApplicationSecret', { application: application.id })).toEqual({
      code: 'CONFLICT',
      field: 'input.application',
    });
  });
});

describe('the secrets of an application', () => {
  it('take over from each other, so that there is no time without one', async () => {
    const renewed = await platform.operator.do(
      'renewApplicationSecret',
      { application: application.id },
      'secret application { secrets { id hint } }',
    );
    const second = { ...application, secret: renewed.secret };
    expect((await tokenResponse(platform, application, 'town:read')).status).toBe(200);
    expect((await tokenResponse(platform, second, 'town:read')).status).toBe(200);
    const [first] = renewed.application.secrets;
    expect(application.secret.endsWith(first.hint)).toBe(true);
    expect(await platform.operator.refused('renewApplicationSecret', { application: application.id })).toEqual({
      code: 'CONFLICT',
      field: 'input.application',
    });
    await platform.operator.do('revokeApplicationSecret', { secret: first.id }, 'application { id }');
    expect((await tokenResponse(platform, application, 'town:read')).body.error).toBe('invalid_client');
    expect((await tokenResponse(platform, second, 'town:read')).status).toBe(200);
    expect(await platform.operator.refused('revokeApplicationSecret', { secret: first.id })).toEqual({
      code: 'NOT_FOUND',
      field: 'input.secret',
    });
  });

  it('are kept by nobody but whom they were shown to', async () => {
    const rows = await platform.database.sql<{ all: string }>(
      `select (select string_agg(s::text, '') from application_secret s) || (select string_agg(i::text, '') from idempotency_record i) as all`,
    );
    expect(rows[0]?.all ?? '').not.toContain(application.secret);
    const key = { idempotencyKey: `k${application.clientId}`, application: application.id };
    const first = await platform.operator.do('renewApplicationSecret', key, 'secret');
    const again = await platform.operator.do('renewApplicationSecret', key, 'secret application { id }');
    expect([typeof first.secret, again.secret]).toEqual(['string', null]);
  });

  it('and addresses are shown to whoever registered it alone', async () => {
    const town = await platform.newTown();
    const query =
      'query($clientId: String!) { application(clientId: $clientId) { name secrets { hint } redirectUris } }';
    const { application: shown } = await town.admin.ask(query, { clientId: application.clientId });
    expect(shown).toEqual({ name: '数据看板', secrets: null, redirectUris: null });
    for (const verb of ['endApplication', 'renewApplicationSecret']) {
      expect(await town.admin.refused(verb, { application: application.id })).toEqual({
        code: 'NOT_FOUND',
        field: 'input.application',
      });
    }
  });
});

describe('what is asked for', () => {
  it('no token is for more than the application asks for, nor for what no application has, nor for what there is not', async () => {
    for (const scope of ['visit:read', 'account:open', 'TOWN_READ', 'town:read vists:read']) {
      expect((await tokenResponse(platform, application, scope)).body.error).toBe('invalid_scope');
    }
    const input = { name: '应用', description: '说明', scopes: ['TOWN_READ', 'AUDIT_READ'] };
    expect(await platform.operator.refused('registerApplication', input)).toEqual({
      code: 'BAD_INPUT',
      field: 'input.scopes.1',
    });
  });

  it('a town consents to no more than is asked for, not to nothing, nor until a day that is over', async () => {
    const town = await platform.newTown();
    const input = { town: town.code, clientId: application.clientId, scopes: ['TOWN_READ'] };
    const refused = (more: Record<string, unknown>) =>
      town.admin.refused('consentToApplication', { ...input, ...more });
    expect(await refused({ scopes: ['TOWN_READ', 'VISIT_READ'] })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.scopes.1',
    });
    expect(await refused({ scopes: [] })).toEqual({ code: 'BAD_INPUT', field: 'input.scopes' });
    expect(await refused({ until: dayOf(new Date()) })).toEqual({ code: 'BAD_INPUT', field: 'input.until' });
    expect(await refused({ clientId: 'lianxin-web' })).toEqual({ code: 'NOT_FOUND', field: 'input.clientId' });
    const other = await platform.newTown();
    expect(await other.admin.refused('consentToApplication', input)).toEqual({
      code: 'NOT_FOUND',
      field: 'input.town',
    });
  });

  it('a town consents to what it was shown: one that is called or asks for something else since is refused, also where it sends again', async () => {
    const town = await platform.newTown();
    const input = { town: town.code, clientId: application.clientId, scopes: ['TOWN_READ'], expectedVersion: 1 };
    const refused = () => town.admin.refused('consentToApplication', input);
    const query =
      'query($clientId: String!) { application(clientId: $clientId) { name description homepage scopes version } }';
    const { version, ...said } = (await town.admin.ask(query, { clientId: application.clientId })).application;
    expect(version).toBe(1);
    const revise = (more: Record<string, unknown>) =>
      platform.operator.do(
        'reviseApplication',
        { ...said, redirectUris: [], ...more, application: application.id },
        'application { version }',
      );
    for (const [index, more] of [
      { name: `${said.name}二` },
      { description: '另作他用' },
      { scopes: ['TOWN_READ', 'VISIT_READ'] },
    ].entries()) {
      expect((await revise(more)).application.version).toBe(index + 2);
      expect(await refused()).toEqual({ code: 'CONFLICT', field: 'input.expectedVersion' });
    }
    const fresh = { ...input, expectedVersion: 4 };
    expect((await town.admin.do('consentToApplication', fresh, 'consent { scopes }')).consent.scopes).toEqual([
      'TOWN_READ',
    ]);
    const { expectedVersion, ...unseen } = fresh;
    expect((await town.admin.do('consentToApplication', unseen, 'consent { endedAt }')).consent.endedAt).toBeNull();
  });
});

describe('what an application does', () => {
  it('is recorded under its name, and what it reads of residents stands in the trail as its own', async () => {
    const { town, households } = await settledTown(platform, 1);
    const scopes = [
      'TOWN_READ',
      'HOUSEHOLD_READ',
      'RESIDENT_READ',
      'RESIDENT_KEEP',
      'REQUEST_READ',
      'REQUEST_RAISE',
      'REQUEST_COUNT',
    ];
    const app = await registerApplication(platform, [...scopes, 'PERSON_READ']);
    await consent(town, app, scopes);
    const names = scopes.map((scope) => scope.toLowerCase().replace('_', ':')).join(' ');
    const client = await clientOf(platform, app, names);
    const input = { household: households[0], address: '东路 1 号' };
    await client.do('setAddress', input, 'household { id }');
    const query = 'query Read($id: ID!) @purpose(of: VISIT) { household(id: $id) { address } }';
    expect((await client.ask(query, { id: households[0] })).household.address).toBe('东路 1 号');
    const auditor = await town.account('AUDITOR');
    const read = `query($code: RegisterCode!) { town(code: $code) { readings(first: 10) { nodes {
      operation fields application { name } account { name } } } } }`;
    expect((await auditor.ask(read, { code: town.code })).town.readings.nodes[0]).toEqual({
      operation: 'Read',
      fields: ['Household.address'],
      application: { name: '数据看板' },
      account: null,
    });
    const raising = { household: households[0], source: 'ONLINE', subject: await subject(town), description: '灯坏了' };
    const { request } = await client.do('raiseRequest', raising, 'request { id recordedBy }');
    expect(request.recordedBy).toBeNull();
    const shown = 'query($id: ID!) { request(id: $id) { recordedBy } }';
    expect((await town.admin.ask(shown, { id: request.id })).request.recordedBy).toBe('数据看板');
  });

  it('is told by the provider of its own tokens alone, and no more once they are revoked', async () => {
    const other = await registerApplication(platform, ['TOWN_READ']);
    const token = (await tokenResponse(platform, application, 'town:read')).body.access_token ?? '';
    const ask = async (path: string, { clientId, secret }: TestApplication) => {
      const response = await fetch(`${platform.url}/oidc/token/${path}`, {
        method: 'POST',
        body: new URLSearchParams({ token, client_id: clientId, client_secret: secret }),
      });
      return response.text();
    };
    expect(JSON.parse(await ask('introspection', application))).toMatchObject({ active: true, scope: 'town:read' });
    expect(JSON.parse(await ask('introspection', other))).toEqual({ active: false });
    await ask('revocation', other);
    expect(JSON.parse(await ask('introspection', application))).toMatchObject({ active: true });
    await ask('revocation', application);
    expect(JSON.parse(await ask('introspection', application))).toEqual({ active: false });
    const { status } = await new ApiClient(platform.url, token).send('{ viewer { account { name } } }');
    expect(status).toBe(401);
  });
});
