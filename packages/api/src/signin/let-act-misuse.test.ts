import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient, type Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { consent, registerApplication, type TestApplication } from '../applications/application.fixture.ts';
import { Browser, locationOf, tokensOf } from './browser.fixture.ts';
import {
  type Asked,
  askedFor,
  back,
  consentPage,
  decided,
  givePassword,
  letAct,
  redeeming,
  request,
  tokenFor,
} from './let-act.fixture.ts';
import { testPassword } from './signin.fixture.ts';

const platform = testPlatform();
/** Longer than a process remembers whom a token speaks for. */
const moment = 3100;
const reading = ['TOWN_READ', 'UNIT_READ'];
const scope = 'openid town:read';

let town: TestTown;
let account: string;
let developer: ApiClient;
let application: TestApplication;
beforeEach(async () => {
  town = await platform.newTown();
  developer = await town.account('AUDITOR');
  account = `admin-${town.code}`;
  await givePassword(platform, account);
  application = await register({});
  await consent(town, application, reading);
});
afterEach(() => expect(platform.faults).toEqual([]));

const register = (more: Record<string, unknown>) =>
  registerApplication(platform, reading, developer, { redirectUris: [back, 'http://127.0.0.1/back'], ...more });

/** Whether a token is one to the API. */
async function works(token: string | undefined): Promise<boolean> {
  platform.advance(moment);
  return (await new ApiClient(platform.url, token).send('{ viewer { account { name } } }')).status === 200;
}

const refreshed = (
  token: string,
  more: Record<string, string> = {},
  by: { clientId: string; secret: string | null } = application,
) => tokenFor(platform, by, { grant_type: 'refresh_token', refresh_token: token, ...more });

const errorAt = (response: Response) => new URL(locationOf(response)).searchParams.get('error');

/** A code that an application has got, and what it needs to use it. */
async function freshCode() {
  const asked = await askedFor(platform, application, account, scope);
  return { ...asked, parameters: redeeming((await decided(asked)).searchParams.get('code'), asked.leaving) };
}

const grants = async () => (await town.admin.ask('{ viewer { applicationGrants { id } } }')).viewer.applicationGrants;

describe('where people are sent back to', () => {
  it('is one of the addresses that were registered, letter by letter', async () => {
    for (const uri of [
      ...[
        'https://evil.example/back',
        `${back}/`,
        `${back}?a=b`,
        `${back}/../evil`,
        `${back}#`,
        'https://board.example',
      ],
      ...['http://board.example/back', 'https://board.example:444/back', 'https://BOARD.example/back'],
      ...[
        'https://board.example.evil.example/back',
        'https://evil@board.example/back',
        'https://board.example\\@evil.example/back',
      ],
      ...['http://127.0.0.1/other', 'http://127.0.0.1:80@evil.example/back', 'http://127.0.0.1.evil.example/back'],
      ...[
        'http://localhost/back',
        'https://127.0.0.1/back',
        'http://127.0.0.2/back',
        'javascript:alert(1)',
        '//evil.example/back',
      ],
      ...[`${platform.url}/signed-in`, 'http://127.0.0.1:4000/signed-in'],
    ]) {
      const { response } = await new Browser(platform.url).leave({ ...request(application, scope), redirect_uri: uri });
      expect({ uri, status: response.status, to: response.headers.get('location') }).toEqual({
        uri,
        status: 400,
        to: null,
      });
    }
    const none = await new Browser(platform.url).leave({
      ...request(application, 'town:read'),
      redirect_uri: undefined,
    });
    expect([none.response.status, none.response.headers.get('location')]).toEqual([400, null]);
  });

  it('is any port of the own machine where one of its addresses was registered', async () => {
    const asked = await askedFor(platform, application, account, scope, {
      redirect_uri: 'http://127.0.0.1:51823/back',
    });
    const address = await decided(asked);
    expect(`${address.origin}${address.pathname}`).toBe('http://127.0.0.1:51823/back');
    const code = address.searchParams.get('code');
    const elsewhere = { ...redeeming(code, asked.leaving), redirect_uri: 'http://127.0.0.1:51824/back' };
    expect((await tokenFor(platform, application, elsewhere)).error).toBe('invalid_grant');
    expect((await tokenFor(platform, application, redeeming(code, asked.leaving))).status).toBe(200);
  });

  it('is told in its query, not in a fragment or a form', async () => {
    const { browser } = await letAct(platform, application, account, scope);
    for (const response_mode of ['fragment', 'form_post']) {
      const { response } = await browser.leave({ ...request(application, scope), response_mode });
      const told = `${response.headers.get('location')} ${await response.text()}`;
      expect(told).toContain('invalid_request');
      expect(told).not.toMatch(/code["=]/);
    }
  });
});

describe('a code', () => {
  it('is not given without a challenge by SHA-256, nor redeemed without what it was made of', async () => {
    for (const extra of [
      { code_challenge: undefined, code_challenge_method: undefined },
      { code_challenge_method: 'plain' },
      { code_challenge_method: undefined },
    ]) {
      const { response } = await new Browser(platform.url).leave({ ...request(application, scope), ...extra });
      expect(errorAt(response)).toBe('invalid_request');
    }
    const { parameters } = await freshCode();
    const { code_verifier: _without, ...bare } = parameters;
    for (const wrong of [
      bare,
      { ...parameters, code_verifier: 'x'.repeat(43) },
      { ...parameters, redirect_uri: 'http://127.0.0.1/back' },
    ]) {
      expect((await tokenFor(platform, application, wrong)).error).toBe('invalid_grant');
    }
    expect((await tokenFor(platform, application, parameters)).status).toBe(200);
  });

  it('that comes a second time ends what came of it, and what the person let', async () => {
    const { parameters } = await freshCode();
    const { access_token, refresh_token = '' } = await tokenFor(platform, application, parameters);
    expect(await works(access_token)).toBe(true);
    expect((await tokenFor(platform, application, parameters)).error).toBe('invalid_grant');
    expect(await works(access_token)).toBe(false);
    expect((await refreshed(refresh_token)).error).toBe('invalid_grant');
    expect(await grants()).toEqual([]);
  });

  it('is of use to the client alone to which it was given', async () => {
    const other = await register({});
    const { parameters, browser } = await freshCode();
    expect((await tokenFor(platform, other, parameters)).error).toBe('invalid_grant');
    expect((await tokenFor(platform, { clientId: 'lianxin-web', secret: null }, parameters)).error).toBe(
      'invalid_grant',
    );
    expect((await tokenFor(platform, { ...application, secret: null }, parameters)).error).toBe('invalid_client');
    expect((await tokenFor(platform, { ...application, secret: 'lxs_wrong' }, parameters)).error).toBe(
      'invalid_client',
    );
    expect((await tokenFor(platform, application, parameters)).status).toBe(200);
    const own = await browser.leave({ redirect_uri: 'http://127.0.0.1:4000/signed-in' });
    const code = new URL(locationOf(own.response)).searchParams.get('code');
    expect((await tokenFor(platform, application, redeeming(code, own.leaving))).error).toBe('invalid_grant');
    expect((await tokensOf(await browser.redeem(code ?? '', own.leaving))).access_token).toBeDefined();
  });

  it('is worth nothing once the person has a new password', async () => {
    const { parameters } = await freshCode();
    await town.admin.do('changePassword', { current: testPassword, new: 'another long password' }, 'account { id }');
    expect((await tokenFor(platform, application, parameters)).error).toBe('invalid_grant');
  });
});

describe('what is asked for', () => {
  it('is no more than the application was registered for, and nothing that is for people only', async () => {
    for (const more of ['visit:read', 'account:open', 'application:consent']) {
      const { response } = await new Browser(platform.url).leave(request(application, `town:read ${more}`));
      expect(errorAt(response)).toBe('invalid_scope');
    }
  });

  it('does not grow when a token is refreshed, and may be less', async () => {
    const { refresh } = await letAct(platform, application, account, 'town:read');
    expect((await refreshed(refresh, { scope: 'town:read unit:read' })).error).toBe('invalid_scope');
    const wide = await letAct(platform, application, account, 'town:read unit:read');
    expect(await refreshed(wide.refresh, { scope: 'town:read' })).toMatchObject({ status: 200, scope: 'town:read' });
    expect(await refreshed(refresh)).toMatchObject({ status: 200, scope: 'town:read' });
  });

  it('is not granted without asking: neither without a page, nor once it was taken back, nor before a new password', async () => {
    const fresh = await askedFor(platform, application, account, scope);
    const silent = async () =>
      errorAt((await fresh.browser.leave({ ...request(application, scope), prompt: 'none' })).response);
    expect(await silent()).toBe('consent_required');
    await decided(fresh);
    expect(await silent()).toBeNull();
    const [{ id }] = await grants();
    await town.admin.do('revokeApplicationGrant', { grant: id }, 'grant { endedAt }');
    expect(await silent()).toBe('consent_required');
    const asked = await askedFor(platform, application, account, scope);
    await decided(asked);
    await platform.database.sql('update account set signed_out_before = clock_timestamp() where name = $1', [account]);
    await askedFor(platform, application, account, scope);
  });

  it('is asked again where the application wants it asked', async () => {
    await letAct(platform, application, account, scope);
    await askedFor(platform, application, account, scope, { prompt: 'login consent' });
  });
});

describe('a refresh token', () => {
  it('is for one use; a second one ends all that came of what the person let', async () => {
    const first = await letAct(platform, application, account, scope);
    const second = await refreshed(first.refresh);
    expect(second).toMatchObject({ status: 200, scope });
    expect(await works(second.access_token)).toBe(true);
    const third = await refreshed(second.refresh_token ?? '');
    expect(third.status).toBe(200);
    expect((await refreshed(first.refresh)).error).toBe('invalid_grant');
    expect((await refreshed(third.refresh_token ?? '')).error).toBe('invalid_grant');
    for (const token of [first.access, second.access_token, third.access_token]) expect(await works(token)).toBe(false);
    expect(await grants()).toEqual([]);
  });

  it('gives one token where it comes many times at once', async () => {
    const { refresh } = await letAct(platform, application, account, scope);
    const answers = await Promise.all(Array.from({ length: 8 }, () => refreshed(refresh)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });

  it('is of use to its application alone', async () => {
    const other = await register({});
    const { refresh } = await letAct(platform, application, account, scope);
    expect((await refreshed(refresh, {}, other)).error).toBe('invalid_grant');
    expect((await refreshed(refresh, {}, { ...application, secret: null })).error).toBe('invalid_client');
    expect((await refreshed(refresh)).status).toBe(200);
  });
});

describe('the page that asks', () => {
  const details = (browser: Browser, uid: string) => browser.fetch(`/oidc/interaction/${uid}/details`);

  it('is the own of the browser in which it was asked', async () => {
    const asked = await askedFor(platform, application, account, scope);
    const stranger = new Browser(platform.url);
    const mine = await askedFor(platform, application, account, scope);
    for (const browser of [stranger, mine.browser]) {
      expect((await details(browser, asked.uid)).status).toBe(410);
      expect((await browser.decide(asked.uid, true)).status).toBe(410);
    }
    const carried = mine.browser.cookies.filter(({ path }) => path === `/oidc/interaction/${mine.uid}`);
    mine.browser.cookies.push(...carried.map((cookie) => ({ ...cookie, path: `/oidc/interaction/${asked.uid}` })));
    const answer = await mine.browser.decide(asked.uid, true);
    expect([answer.status, await answer.text()]).toEqual([410, '{"code":"INTERACTION_EXPIRED"}']);
    expect(await grants()).toEqual([]);
  });

  it('is answered as what it is, once, and by the page alone', async () => {
    const browser = new Browser(platform.url);
    const { uid } = await browser.toSignInPage(request(application, scope));
    expect(await (await details(browser, uid)).json()).toMatchObject({
      application: { name: '数据看板' },
      consent: null,
    });
    expect((await browser.decide(uid, true)).status).toBe(410);
    const asked = await askedFor(platform, application, account, scope);
    expect((await asked.browser.submit(asked.uid, account, testPassword)).status).toBe(410);
    const path = `/oidc/interaction/${asked.uid}/consent`;
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const init = { method: 'POST', headers: { 'content-type': type }, body: '{"allow":true}' };
      expect((await asked.browser.fetch(path, init)).status).toBe(415);
    }
    for (const body of [{}, { allow: 'true' }, { allow: true, scopes: ['visit:read'] }, [true]]) {
      expect((await asked.browser.post(path, body)).status).toBe(400);
    }
    expect(await grants()).toEqual([]);
    await decided(asked);
    expect((await asked.browser.decide(asked.uid, true)).status).toBe(410);
  });

  it('gives nothing away of a person who has signed out meanwhile', async () => {
    const asked = await askedFor(platform, application, account, scope);
    await platform.database.sql('update account set signed_out_before = clock_timestamp() where name = $1', [account]);
    expect(await (await details(asked.browser, asked.uid)).json()).toMatchObject({ consent: null });
    expect((await asked.browser.decide(asked.uid, true)).status).toBe(410);
    expect(await grants()).toEqual([]);
  });

  it('does not open in a frame, and is kept nowhere', async () => {
    const asked = await askedFor(platform, application, account, scope);
    const { headers } = await details(asked.browser, asked.uid);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('an application that keeps no secret', () => {
  it('acts for people only, is let each time, and redeems by its challenge', async () => {
    const input = { name: '走访手机端', description: '上门走访', scopes: reading, confidential: false };
    expect(await developer.refused('registerApplication', input)).toEqual({
      code: 'BAD_INPUT',
      field: 'input.redirectUris',
    });
    const phone = { ...(await register({ confidential: false })), secret: null };
    expect((await tokenFor(platform, phone, { grant_type: 'client_credentials', scope })).error).toBe(
      'invalid_request',
    );
    await consent(town, { ...phone, secret: '' }, reading);
    const { access, refresh, browser } = await letAct(platform, phone, account, scope);
    expect(await works(access)).toBe(true);
    const again = await browser.leave(request(phone, scope));
    await decided({ browser, leaving: again.leaving, uid: await consentPage(browser, again.response) });
    expect(errorAt((await browser.leave({ ...request(phone, scope), prompt: 'none' })).response)).toBe(
      'consent_required',
    );
    expect((await refreshed(refresh, {}, phone)).status).toBe(200);
    expect((await refreshed(refresh, {}, phone)).error).toBe('invalid_grant');
    expect(await developer.refused('renewApplicationSecret', { application: phone.id })).toEqual({
      code: 'CONFLICT',
      field: 'input.application',
    });
    const revising = { application: phone.id, name: '走访手机端', description: '上门走访', scopes: reading };
    expect(await developer.refused('reviseApplication', revising)).toEqual({
      code: 'BAD_INPUT',
      field: 'input.redirectUris',
    });
  });
});

describe('tokens of one kind', () => {
  const told = async (path: string, token: string, { clientId, secret }: TestApplication): Promise<Data> => {
    const body = new URLSearchParams({ token, client_id: clientId, client_secret: secret });
    const answer = await fetch(`${platform.url}/oidc/token/${path}`, { method: 'POST', body });
    return path === 'introspection' ? answer.json() : answer.status;
  };

  it('are not told to another application, nor those of the page to any, and end where they are revoked', async () => {
    const other = await register({});
    const { access, refresh, browser } = await letAct(platform, application, account, scope);
    const [{ id: sub }] = (await platform.database.sql<{ id: string }>('select id from account where name = $1', [
      account,
    ])) as [{ id: string }];
    expect(await told('introspection', access, application)).toMatchObject({
      active: true,
      sub,
      scope,
      client_id: application.clientId,
    });
    expect(await told('introspection', access, other)).toEqual({ active: false });
    await told('revocation', access, other);
    expect(await works(access)).toBe(true);
    const own = await browser.leave({ redirect_uri: 'http://127.0.0.1:4000/signed-in' });
    const code = new URL(locationOf(own.response)).searchParams.get('code') ?? '';
    const { access_token: page } = await tokensOf(await browser.redeem(code, own.leaving));
    expect(await told('introspection', page, application)).toEqual({ active: false });
    await told('revocation', page, application);
    expect(await works(page)).toBe(true);
    expect(await told('revocation', refresh, application)).toBe(200);
    expect(await works(access)).toBe(false);
    expect(await told('introspection', access, application)).toEqual({ active: false });
    expect(await grants()).toEqual([]);
  });

  it('tell who the person is, and do not sign them out of the platform', async () => {
    const { access, id_token = '', browser } = await letAct(platform, application, account, scope);
    const userinfo = await browser.fetch('/oidc/me', { headers: { authorization: `Bearer ${access}` } });
    expect(await userinfo.json()).toMatchObject({ preferred_username: account });
    const asked = new URLSearchParams({ id_token_hint: id_token });
    const page = await browser.fetch(`/oidc/session/end?${asked}`);
    const html = await page.text();
    expect(html).toContain('name="logout"');
    expect(html).not.toContain('<script');
  });

  it('outlive the person’s visit to the platform’s page', async () => {
    const { access, refresh, browser } = await letAct(platform, application, account, scope);
    const html = await (await browser.fetch('/oidc/session/end')).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await browser.fetch('/oidc/session/end/confirm', {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    });
    expect(await works(access)).toBe(true);
    expect((await refreshed(refresh)).status).toBe(200);
  });
});

describe('what a person has let', () => {
  it('is seen and taken back by them alone, once', async () => {
    await letAct(platform, application, account, scope);
    const [{ id }] = await grants();
    expect(await platform.operator.refused('revokeApplicationGrant', { grant: id })).toEqual({
      code: 'NOT_FOUND',
      field: 'input.grant',
    });
    expect(
      (await platform.operator.send('query($id: ID!) { node(id: $id) { id } }', { id })).errors[0]?.extensions,
    ).toMatchObject({ code: 'NOT_FOUND' });
    const key = { grant: id, idempotencyKey: `k-${id}` };
    const first = await town.admin.do('revokeApplicationGrant', key, 'grant { id endedAt }');
    expect(await town.admin.do('revokeApplicationGrant', key, 'grant { id endedAt }')).toEqual(first);
    expect(first.grant.endedAt).not.toBeNull();
    expect(await town.admin.refused('revokeApplicationGrant', { grant: id })).toEqual({
      code: 'CONFLICT',
      field: 'input.grant',
    });
    expect(await town.admin.refused('revokeApplicationGrant', { grant: application.id })).toEqual({
      code: 'NOT_FOUND',
      field: 'input.grant',
    });
  });

  it('does not depend on what the application calls itself, which is not the platform’s name', async () => {
    const input = { description: '说明', scopes: reading };
    for (const name of ['连心', '连 心 助手', 'Ｌｉａｎｘｉｎ', 'LianXin 官方', '連心', 'L-i-a-n-x-i-n']) {
      expect(await developer.refused('registerApplication', { ...input, name })).toEqual({
        code: 'BAD_INPUT',
        field: 'input.name',
      });
    }
    const renaming = { ...input, name: '连心', application: application.id };
    expect(await developer.refused('reviseApplication', renaming)).toEqual({ code: 'BAD_INPUT', field: 'input.name' });
  });

  it('is for one browser what two tabs let', async () => {
    const browser = new Browser(platform.url);
    await letAct(platform, application, account, 'openid');
    const first = await askedFor(platform, application, account, 'openid town:read');
    const second = await first.browser.leave(request(application, 'openid unit:read'));
    const other: Asked = {
      browser: first.browser,
      leaving: second.leaving,
      uid: await consentPage(first.browser, second.response),
    };
    await Promise.all([decided(first), decided(other)]);
    expect(await grants()).toHaveLength(1);
    expect(browser.cookies).toEqual([]);
  });
});
