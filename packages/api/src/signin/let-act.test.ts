import { beforeEach, describe, expect, it } from 'vitest';
import { ApiClient, type Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import type { TestApplication } from '../applications/application.fixture.ts';
import { locationOf } from './browser.fixture.ts';
import {
  applicationTest,
  askedFor,
  back,
  consentPage,
  decided,
  letAct,
  redeeming,
  request,
  tokenFor,
} from './let-act.fixture.ts';
import { testPassword } from './signin.fixture.ts';

const { platform, given, register, refreshed } = applicationTest();
/** Longer than a process remembers whom a token speaks for. */
const moment = 3100;
const scope = 'openid town:read unit:read';
const readTown = 'query($code: RegisterCode!) { town(code: $code) { units(first: 3) { nodes { name } } } }';

let town: TestTown;
let account: string;
let developer: ApiClient;
let application: TestApplication;
beforeEach(() => {
  ({ town, account, developer, application } = given);
});

const client = (token: string) => new ApiClient(platform.url, token);

/** How many units an application sees of the town, or the code of the refusal. */
async function seen(token: string): Promise<Data> {
  const { data, errors } = await client(token).send(readTown, { code: town.code });
  return errors[0]?.extensions.code ?? data.town.units?.nodes.length ?? null;
}

describe('an application that acts for a person', () => {
  it('says who it is and what it asks for, is let, and sees what the person sees', async () => {
    const asked = await askedFor(platform, application, account, scope);
    const details = await (await asked.browser.fetch(`/oidc/interaction/${asked.uid}/details`)).json();
    expect(details).toEqual({
      application: {
        clientId: application.clientId,
        name: expect.stringContaining('数据看板'),
        description: '为街镇汇总走访情况',
        homepage: 'https://board.example/',
        registeredBy: expect.stringMatching(/^a\d+$/),
        registeredByAccount: expect.stringMatching(/^a\d+-\d{9}$/),
        returnsTo: 'board.example',
        version: 1,
      },
      consent: { account: { name: account, displayName: '管理员' }, scopes: ['TOWN_READ', 'UNIT_READ'], given: [] },
    });
    const address = await decided(asked);
    expect(`${address.origin}${address.pathname}`).toBe(back);
    expect(address.searchParams.get('state')).toBe('state-of-the-page');
    expect(address.searchParams.get('iss')).toBe('http://127.0.0.1:4000/oidc');
    const tokens = await tokenFor(platform, application, redeeming(address.searchParams.get('code'), asked.leaving));
    expect(tokens).toMatchObject({ status: 200, scope, token_type: 'Bearer', expires_in: 3600 });
    expect(await seen(tokens.access_token ?? '')).toBe(3);
    const { viewer } = await client(tokens.access_token ?? '').ask(
      '{ viewer { account { name } application { name } permissions applications { totalCount } applicationGrants { id } } }',
    );
    expect(viewer).toEqual({
      ...{ account: { name: account }, application: { name: expect.stringContaining('数据看板') } },
      ...{ permissions: ['TOWN_READ', 'UNIT_READ'], applications: null, applicationGrants: null },
    });
  });

  it('is not asked about again, unless it asks for more, and then for that', async () => {
    const { browser } = await letAct(platform, application, account, scope);
    const again = await browser.leave(request(application, 'town:read'));
    expect(new URL(locationOf(again.response)).searchParams.get('code')).not.toBeNull();
    const wider = await browser.leave(request(application, 'town:read notice:read'));
    const uid = await consentPage(browser, wider.response);
    const told = await (await browser.fetch(`/oidc/interaction/${uid}/details`)).json();
    expect(told).toMatchObject({ consent: { scopes: ['TOWN_READ', 'NOTICE_READ'], given: ['TOWN_READ'] } });
    const code = (await decided({ browser, uid, leaving: wider.leaving })).searchParams.get('code');
    expect((await tokenFor(platform, application, redeeming(code, wider.leaving))).scope).toBe('town:read notice:read');
    const { viewer } = await town.admin.ask('{ viewer { applicationGrants { scopes application { name } } } }');
    expect(viewer.applicationGrants).toEqual([
      { scopes: ['TOWN_READ', 'UNIT_READ', 'NOTICE_READ'], application: { name: expect.stringContaining('数据看板') } },
    ]);
  });

  it('is told so where the person does not let it, and nothing is kept', async () => {
    const asked = await askedFor(platform, application, account, scope);
    const address = await decided(asked, false);
    expect(`${address.origin}${address.pathname}`).toBe(back);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      error: 'access_denied',
      state: 'state-of-the-page',
    });
    expect(address.searchParams.get('code')).toBeNull();
    expect((await town.admin.ask('{ viewer { applicationGrants { id } } }')).viewer.applicationGrants).toEqual([]);
  });

  it('sees nothing of a town that has not consented, whatever the person lets it', async () => {
    const other = await register();
    const { access } = await letAct(platform, other, account, scope);
    expect(await seen(access)).toBe('FORBIDDEN');
    const query = 'query($codes: [RegisterCode!]!) { towns(codes: $codes) { ... on TownUnavailable { reason } } }';
    expect(await client(access).ask(query, { codes: [town.code] })).toEqual({ towns: [{ reason: 'NOT_CONSENTED' }] });
  });

  it('does nothing that is for people only', async () => {
    const { access } = await letAct(platform, application, account, scope);
    const asking = { town: town.code, clientId: application.clientId, scopes: ['TOWN_READ'] };
    expect(await client(access).refused('consentToApplication', asking)).toEqual({ code: 'FORBIDDEN' });
    const registering = { name: '又一个', description: '自己', scopes: ['TOWN_READ'] };
    expect(await client(access).refused('registerApplication', registering)).toEqual({ code: 'FORBIDDEN' });
    const changing = { current: testPassword, new: 'another long password' };
    expect(await client(access).refused('changePassword', changing)).toEqual({ code: 'FORBIDDEN' });
    const { viewer } = await town.admin.ask('{ viewer { applicationGrants { id } } }');
    const revoking = { grant: viewer.applicationGrants[0].id };
    expect(await client(access).refused('revokeApplicationGrant', revoking)).toEqual({ code: 'FORBIDDEN' });
  });
});

describe('what an application may for a person ends within five seconds', () => {
  const ends: [string, () => Promise<unknown>, Data][] = [
    [
      'the town withdraws',
      () => town.admin.do('withdrawConsent', { consent: consented }, 'consent { id }'),
      'FORBIDDEN',
    ],
    [
      'the person takes it back',
      () => town.admin.do('revokeApplicationGrant', { grant: granted }, 'grant { id }'),
      'UNAUTHENTICATED',
    ],
    [
      'the application ends',
      () => developer.do('endApplication', { application: application.id }, 'application { id }'),
      'UNAUTHENTICATED',
    ],
    [
      'its last secret is revoked',
      () => developer.do('revokeApplicationSecret', { secret }, 'application { id }'),
      'UNAUTHENTICATED',
    ],
    [
      'the person gets a new password',
      () => town.admin.do('changePassword', { current: testPassword, new: 'another long password' }, 'account { id }'),
      'UNAUTHENTICATED',
    ],
    [
      'the person holds no role any more',
      () => platform.database.sql('update assignment set valid_to = valid_from where town_id = $1', [town.code]),
      'FORBIDDEN',
    ],
  ];
  let consented: string;
  let granted: string;
  let secret: string;

  it.each(ends)('when %s', async (_when, end, code) => {
    const { access, refresh } = await letAct(platform, application, account, scope);
    const query = '{ viewer { applicationGrants { id } } }';
    granted = (await town.admin.ask(query)).viewer.applicationGrants[0].id;
    consented = (
      await town.admin.ask('query($code: RegisterCode!) { town(code: $code) { consents { nodes { id } } } }', {
        code: town.code,
      })
    ).town.consents.nodes[0].id;
    secret = (
      await developer.ask('query($id: String!) { application(clientId: $id) { secrets { id } } }', {
        id: application.clientId,
      })
    ).application.secrets[0].id;
    expect(await seen(access)).toBe(3);
    await end();
    platform.advance(moment);
    expect(await seen(access)).toBe(code);
    const again = await refreshed(refresh);
    if (code === 'UNAUTHENTICATED') expect(again.error).toMatch(/^invalid_(grant|client)$/);
    else expect(await seen(again.access_token ?? '')).toBe('FORBIDDEN');
  });
});
