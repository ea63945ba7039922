import { beforeEach, describe, expect, it } from 'vitest';
import { type ApiClient, type Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { consent, type TestApplication } from '../applications/application.fixture.ts';
import { locationOf, tokensOf } from './browser.fixture.ts';
import { applicationTest, consentPage, decided, errorAt, letAct, request, scope, tokenFor } from './let-act.fixture.ts';

const reading = ['TOWN_READ', 'UNIT_READ'];
const { platform, given, register, works, refreshed, grants } = applicationTest();
let town: TestTown;
let account: string;
let developer: ApiClient;
let application: TestApplication;
beforeEach(() => {
  ({ town, account, developer, application } = given);
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
    const other = await register();
    const { refresh } = await letAct(platform, application, account, scope);
    expect((await refreshed(refresh, {}, other)).error).toBe('invalid_grant');
    expect((await refreshed(refresh, {}, { ...application, secret: null })).error).toBe('invalid_client');
    expect((await refreshed(refresh)).status).toBe(200);
  });
});

describe('tokens of one kind', () => {
  const told = async (path: string, token: string, { clientId, secret }: TestApplication): Promise<Data> => {
    const body = new URLSearchParams({ token, client_id: clientId, client_secret: secret });
    const answer = await fetch(`${platform.url}/oidc/token/${path}`, { method: 'POST', body });
    return path === 'introspection' ? answer.json() : answer.status;
  };

  it('are not told to another application, nor those of the page to any, and end where they are revoked', async () => {
    const other = await register();
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
