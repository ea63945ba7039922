import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyDatabase, type TestDatabase } from '../../test/database.ts';
import { bearerReader } from './bearer.ts';
import { Browser, locationOf, tokensOf } from './browser.fixture.ts';
import { openAccount, serveSignIn, testPassword } from './signin.fixture.ts';

let database: TestDatabase;
let served: Awaited<ReturnType<typeof serveSignIn>>;

beforeAll(async () => {
  database = await copyDatabase();
  served = await serveSignIn(database.orm);
  await openAccount(database, 'wang');
});
afterAll(async () => {
  expect(served.faults).toEqual([]);
  await served.close();
  await database.drop();
});

describe('sign-in', () => {
  it('leads from the web page to a token for the account', async () => {
    const browser = new Browser(served.url);
    const tokens = await browser.signIn(' Wang', testPassword);
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'openid' });
    expect(tokens).not.toHaveProperty('refresh_token');
    const actor = await bearerReader(database.orm)(tokens.access_token, new Date());
    expect(actor).toMatchObject({ name: 'wang', displayName: 'wang 先生', assignments: [], offices: [] });
    const userinfo = await browser.fetch('/oidc/me', { headers: { authorization: `Bearer ${tokens.access_token}` } });
    expect(await userinfo.json()).toEqual({ sub: actor?.accountId, name: 'wang 先生', preferred_username: 'wang' });
  });

  it('renews a token without a page while the session lives, and the older token stays valid', async () => {
    const browser = new Browser(served.url);
    const first = await browser.signIn('wang', testPassword);
    const { response, leaving } = await browser.leave({ prompt: 'none' });
    const code = new URL(locationOf(response)).searchParams.get('code') ?? '';
    const second = await tokensOf(await browser.redeem(code, leaving));
    const actorOfToken = bearerReader(database.orm);
    expect(await actorOfToken(second.access_token, new Date())).toBeDefined();
    expect(await actorOfToken(first.access_token, new Date())).toBeDefined();
  });

  it('says to the page that nobody is signed in, when it may not ask', async () => {
    const { response } = await new Browser(served.url).leave({ prompt: 'none' });
    expect(new URL(locationOf(response)).searchParams.get('error')).toBe('login_required');
  });

  it('answers a wrong password and an unknown account alike', async () => {
    const browser = new Browser(served.url);
    const { uid } = await browser.toSignInPage();
    const answers = await Promise.all([browser.submit(uid, 'wang', 'wrong'), browser.submit(uid, 'nobody', 'wrong')]);
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({ code: 'WRONG_CREDENTIALS' });
    }
  });

  it('makes whoever guesses wait, even with the right password, and nobody else', async () => {
    await openAccount(database, 'guessed');
    const browser = new Browser(served.url);
    const { uid } = await browser.toSignInPage();
    for (let guess = 0; guess < 5; guess++) expect((await browser.submit(uid, 'guessed', 'wrong')).status).toBe(401);
    for (const name of ['guessed', ' GUESSED ']) {
      const answer = await browser.submit(uid, name, testPassword);
      expect(answer.status).toBe(429);
      const { code, retryAfter } = JSON.parse(await answer.text());
      expect(code).toBe('TOO_MANY_ATTEMPTS');
      expect(retryAfter).toBeGreaterThan(20);
      expect(retryAfter).toBeLessThanOrEqual(30);
      expect(answer.headers.get('retry-after')).toBe(String(retryAfter));
    }
    expect((await browser.submit(uid, 'wang', testPassword)).status).toBe(200);
  });

  it('works in two tabs at once', async () => {
    const browser = new Browser(served.url);
    const first = await browser.toSignInPage();
    const second = await browser.toSignInPage();
    for (const { uid, leaving } of [first, second]) {
      const answer = await browser.submit(uid, 'wang', testPassword);
      expect(answer.status).toBe(200);
      const { redirectTo } = JSON.parse(await answer.text());
      expect((await browser.redeem(await browser.codeAt(redirectTo), leaving)).status).toBe(200);
    }
  });

  it('refuses an interaction that is over, of another browser, or unknown', async () => {
    const browser = new Browser(served.url);
    const { uid } = await browser.toSignInPage();
    const elsewhere = await new Browser(served.url).submit(uid, 'wang', testPassword);
    expect(elsewhere.status).toBe(410);
    expect(await elsewhere.json()).toEqual({ code: 'INTERACTION_EXPIRED' });
    expect((await browser.submit('unknown', 'wang', testPassword)).status).toBe(410);
    const carried = browser.cookies.map((cookie) => ({ ...cookie, path: '/oidc/interaction/unknown' }));
    browser.cookies.push(...carried);
    expect((await browser.submit('unknown', 'wang', testPassword)).status).toBe(410);
    await database.sql(`update oidc_record set expires_at = now() where model = 'Interaction'`);
    expect((await browser.submit(uid, 'wang', testPassword)).status).toBe(410);
  });

  it('takes nothing but a small JSON object', async () => {
    const browser = new Browser(served.url);
    const { uid } = await browser.toSignInPage();
    const post = (type: string, body: string) =>
      browser.fetch(`/oidc/interaction/${uid}/login`, { method: 'POST', headers: { 'content-type': type }, body });
    const right = JSON.stringify({ account: 'wang', password: testPassword });
    expect((await post('text/plain', right)).status).toBe(415);
    expect((await post('application/x-www-form-urlencoded', `account=wang&password=${testPassword}`)).status).toBe(415);
    expect((await post('application/json', '{')).status).toBe(400);
    expect((await post('application/json', '{"account":"wang"}')).status).toBe(400);
    expect(
      (await post('application/json', JSON.stringify({ account: 'wang', password: 'x'.repeat(5000) }))).status,
    ).toBe(413);
    expect((await post('application/json', right)).status).toBe(200);
  });

  it('ends with signing out: the session, its cookie and its tokens', async () => {
    const browser = new Browser(served.url);
    const { access_token, id_token } = await browser.signIn('wang', testPassword);
    const asked = new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: `${served.url}/` });
    const page = await browser.fetch(`/oidc/session/end?${asked}`);
    const html = await page.text();
    expect(html).toContain('<script src="/oidc/submit.js" defer></script>');
    expect(await (await browser.fetch('/oidc/submit.js')).text()).toContain('submit()');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(html).toContain('name="logout" value="yes"');
    const body = new URLSearchParams({ xsrf, logout: 'yes' });
    const out = await browser.fetch('/oidc/session/end/confirm', { method: 'POST', body });
    expect(locationOf(out)).toBe(`${served.url}/`);
    expect(browser.cookies.filter((cookie) => cookie.name === 'lianxin_session')).toEqual([]);
    expect(await bearerReader(database.orm)(access_token, new Date())).toBeUndefined();
    const { response } = await browser.leave({ prompt: 'none' });
    expect(locationOf(response)).toContain('error=login_required');
  });

  it('lets another account sign in where one is, through pages whose scripts may run', async () => {
    const other = await openAccount(database, 'colleague');
    const browser = new Browser(served.url);
    await browser.signIn('wang', testPassword);
    const { uid, leaving } = await browser.toSignInPage({ prompt: 'login' });
    const { redirectTo } = JSON.parse(await (await browser.submit(uid, 'colleague', testPassword)).text());
    const page = await browser.fetch(redirectTo);
    const html = await page.text();
    const script = /<script>([^<]*)<\/script>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(page.headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${hash}'`);
    const body = new URLSearchParams();
    for (const [, name = '', value = ''] of html.matchAll(/name="(\w+)" value="([^"]*)"/g)) body.append(name, value);
    const confirmed = await browser.fetch('/oidc/session/end/confirm', { method: 'POST', body });
    const { access_token } = await tokensOf(await browser.redeem(await browser.codeAt(locationOf(confirmed)), leaving));
    const actor = await bearerReader(database.orm)(access_token, new Date());
    expect(actor?.accountId).toBe(other);
  });

  it('does not sign out by itself for another site', async () => {
    const browser = new Browser(served.url);
    await browser.signIn('wang', testPassword);
    expect(await (await browser.fetch('/oidc/session/end')).text()).not.toContain('<script');
  });
});

describe('cookies and addresses', () => {
  it('keeps cookies from scripts and from other sites, signed, each at its path', async () => {
    const browser = new Browser(served.url);
    const { uid } = await browser.toSignInPage();
    const cookie = (name: string) => browser.cookies.find((kept) => kept.name === name);
    expect(cookie('lianxin_interaction')?.path).toBe(`/oidc/interaction/${uid}`);
    expect(cookie('lianxin_interaction.sig')).toBeDefined();
    await browser.signIn('wang', testPassword);
    expect(cookie('lianxin_session')?.path).toBe('/oidc');
    expect(cookie('lianxin_session.sig')).toBeDefined();
    const expires = /expires=([^;]+)/.exec(cookie('lianxin_session')?.attributes ?? '')?.[1] ?? '';
    expect(Math.abs(Date.parse(expires) - Date.now() - 12 * 3600 * 1000)).toBeLessThan(60_000);
    for (const { attributes } of browser.cookies) {
      expect(attributes).toContain('httponly');
      expect(attributes).toContain('samesite=lax');
      expect(attributes).not.toContain('secure');
    }
  });

  it('refuses a session cookie with another signature', async () => {
    const browser = new Browser(served.url);
    await browser.signIn('wang', testPassword);
    for (const cookie of browser.cookies) if (cookie.name === 'lianxin_session.sig') cookie.value = 'x'.repeat(27);
    const { response } = await browser.leave({ prompt: 'none' });
    expect(locationOf(response)).toContain('error=login_required');
  });

  it('sends cookies over HTTPS only, and names the public address, behind a proxy', async () => {
    const secure = await serveSignIn(database.orm, 'https://lianxin.example');
    const browser = new Browser(secure.url);
    const page = await browser.leave({ redirect_uri: 'https://lianxin.example/signed-in' });
    expect(page.response.status).toBe(303);
    expect(browser.cookies.length).toBeGreaterThan(0);
    for (const { attributes } of browser.cookies) expect(attributes).toContain('secure');
    const discovery = await (await browser.fetch('/oidc/.well-known/openid-configuration')).json();
    expect(discovery).toMatchObject({
      issuer: 'https://lianxin.example/oidc',
      token_endpoint: 'https://lianxin.example/oidc/token',
    });
    const cross = await browser.leave({ redirect_uri: `${secure.url}/signed-in` });
    expect(cross.response.status).toBe(400);
    await secure.close();
  });

  it('works under the other name of this machine, but under no name that a client makes up', async () => {
    const local = new Browser(served.url.replace('127.0.0.1', 'localhost'));
    expect((await local.signIn('wang', testPassword)).access_token).toBeDefined();
    const endpoint = await new Promise<string>((resolve, reject) => {
      const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
      request(`${served.url}/oidc/.well-known/openid-configuration`, { headers }, (response) => {
        response.setEncoding('utf8');
        let text = '';
        response.on('data', (part) => {
          text += part;
        });
        response.on('end', () => resolve(JSON.parse(text).authorization_endpoint));
      })
        .on('error', reject)
        .end();
    });
    expect(endpoint).toBe(`${served.url}/oidc/auth`);
  });
});
