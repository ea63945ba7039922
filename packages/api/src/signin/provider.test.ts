import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyDatabase, type TestDatabase } from '../../test/database.ts';
import { bearerReader } from './bearer.ts';
import { Browser, locationOf, tokensOf } from './browser.fixture.ts';
import { openAccount, serveSignIn, testPassword } from './signin.fixture.ts';
import { originsOf } from './web-client.ts';

let database: TestDatabase;
let served: Awaited<ReturnType<typeof serveSignIn>>;

beforeAll(async () => {
  database = await copyDatabase();
  served = await serveSignIn(database.orm);
  await openAccount(database, 'li');
});
afterAll(async () => {
  await served.close();
  await database.drop();
});

/** A code for `li`, and what is needed to use it. */
async function freshCode(browser: Browser) {
  await browser.signIn('li', testPassword);
  const { response, leaving } = await browser.leave();
  return { code: new URL(locationOf(response)).searchParams.get('code') ?? '', leaving };
}

const errorAt = (response: Response) => new URL(locationOf(response)).searchParams.get('error');

describe('the provider', () => {
  it('wants PKCE with S256', async () => {
    const browser = new Browser(served.url);
    const none = await browser.leave({ code_challenge: undefined, code_challenge_method: undefined });
    expect(errorAt(none.response)).toBe('invalid_request');
    const plain = await browser.leave({ code_challenge_method: 'plain' });
    expect(errorAt(plain.response)).toBe('invalid_request');
    const unnamed = await browser.leave({ code_challenge_method: undefined });
    expect(errorAt(unnamed.response)).toBe('invalid_request');
  });

  it('refuses what PostgreSQL keeps no text of', async () => {
    const browser = new Browser(served.url);
    for (const name of ['state', 'ui_locales', 'login_hint']) {
      expect((await browser.leave({ [name]: 'a\0b' })).response.status, name).toBeLessThan(500);
    }
    expect((await browser.fetch('/oidc/session/end?state=%00')).status).toBeLessThan(500);
    const { uid } = await browser.toSignInPage();
    expect((await browser.submit(uid, 'l\0i', testPassword)).status).toBe(400);
  });

  it('lists what it does and nothing else', async () => {
    const listed = await (await new Browser(served.url).fetch('/oidc/.well-known/openid-configuration')).json();
    expect(listed).toMatchObject({
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
      code_challenge_methods_supported: ['S256'],
      id_token_signing_alg_values_supported: ['ES256'],
      token_endpoint_auth_methods_supported: ['none', 'client_secret_basic', 'client_secret_post'],
    });
    for (const response_mode of ['fragment', 'form_post', 'query.jwt']) {
      const { response } = await new Browser(served.url).leave({ response_mode });
      expect(`${response.headers.get('location')} ${await response.text()}`).toMatch(
        /invalid_request|unsupported_response_mode/,
      );
    }
  });

  it('keeps nothing of what is too long, nor of whom it asks nothing', async () => {
    const browser = new Browser(served.url);
    const kept = () => database.sql('select model, payload from oidc_record order by model, id_hash');
    const before = await kept();
    expect(errorAt((await browser.leave({ prompt: 'none' })).response)).toBe('login_required');
    for (const name of ['state', 'nonce', 'login_hint', 'ui_locales', 'acr_values']) {
      const { response } = await browser.leave({ [name]: 'x'.repeat(1001) });
      expect(errorAt(response)).toBe('invalid_request');
      expect(new URL(locationOf(response)).searchParams.get('error_description')).toContain(name);
    }
    const long = 'x'.repeat(12_000);
    expect((await browser.fetch(`/oidc/session/end?state=${long}`)).status).toBe(400);
    expect(await kept()).toEqual(before);
    expect(errorAt((await browser.leave({ state: 'x'.repeat(1000), prompt: 'none' })).response)).toBe('login_required');
  });

  it('begins no more for an address than are under way from it at most, and more as they are ended', async () => {
    const behind = await serveSignIn(database.orm, 'https://lianxin.example');
    const from = (address: string) => {
      const browser = new Browser(behind.url);
      browser.headers = { 'x-forwarded-for': address };
      return browser;
    };
    const asked = { redirect_uri: 'https://lianxin.example/signed-in' };
    const begin = async (address: string) => locationOf((await from(address).leave(asked)).response);
    expect(await begin('192.0.2.7')).toMatch(/^\/oidc\/interaction\//);
    await database.sql(
      'update sign_in_attempt set failures = 299 where failures = 1 and key_hash in (select key_hash from sign_in_attempt order by forgotten_at desc limit 1)',
    );
    const last = from('192.0.2.7');
    const { uid } = await last.toSignInPage(asked);
    // What is said before the proxy’s own word does not count.
    for (const address of ['192.0.2.7', '198.51.100.9, 192.0.2.7']) {
      const refused = new URL(await begin(address));
      expect(refused.searchParams.get('error')).toBe('temporarily_unavailable');
    }
    expect(await begin('192.0.2.8')).toMatch(/^\/oidc\/interaction\//);
    await last.codeAt(JSON.parse(await (await last.submit(uid, 'li', testPassword)).text()).redirectTo);
    expect(await begin('192.0.2.7')).toMatch(/^\/oidc\/interaction\//);
    await behind.close();
  });

  it('sends nobody to a foreign address', async () => {
    for (const uri of ['https://evil.example/signed-in', `${served.url}/signed-in/..`, `${served.url}/other`]) {
      const { response } = await new Browser(served.url).leave({ redirect_uri: uri });
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
    }
  });

  it('shows an error without its details', async () => {
    const { response } = await new Browser(served.url).leave({ redirect_uri: 'https://evil.example/<script>' });
    const html = await response.text();
    expect(html).toContain('invalid_redirect_uri');
    expect(html).toContain('redirect_uri');
    expect(html).toMatch(/登记.*letter by letter/s);
    expect(html).not.toContain('evil');
    expect(html).not.toContain('script');
  });

  it('knows no other client, flow or scope', async () => {
    const browser = new Browser(served.url);
    expect((await browser.leave({ client_id: 'other' })).response.status).toBe(400);
    // Nor the fragment in which that would be told.
    expect(locationOf((await browser.leave({ response_type: 'token' })).response)).toContain('error=invalid_request');
    expect(errorAt((await browser.leave({ scope: 'openid unit:read' })).response)).toBe('invalid_scope');
    const grant = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'lianxin-web' });
    const refused = await browser.fetch('/oidc/token', { method: 'POST', body: grant });
    expect(await refused.json()).toMatchObject({
      error: 'invalid_request',
      error_description: 'requested grant type is not allowed for this client',
    });
  });

  it('takes a code once, and ends its token when it comes again', async () => {
    const browser = new Browser(served.url);
    const { code, leaving } = await freshCode(browser);
    const { access_token } = await tokensOf(await browser.redeem(code, leaving));
    expect(await bearerReader(database.orm)(access_token, new Date())).toBeDefined();
    const replayed = await browser.redeem(code, leaving);
    expect(replayed.status).toBe(400);
    expect(await replayed.json()).toMatchObject({
      error: 'invalid_grant',
      error_description: expect.stringContaining('used already'),
      error_description_zh: expect.stringContaining('已经用过'),
    });
    expect(await bearerReader(database.orm)(access_token, new Date())).toBeUndefined();
  });

  it('gives one token for a code that comes many times at once', async () => {
    const browser = new Browser(served.url);
    const { code, leaving } = await freshCode(browser);
    const answers = await Promise.all(Array.from({ length: 8 }, () => browser.redeem(code, leaving)));
    expect(answers.filter((answer) => answer.status === 200).length).toBeLessThanOrEqual(1);
    expect(answers.filter((answer) => answer.status === 400).length).toBeGreaterThanOrEqual(7);
  });

  it('takes no code with another verifier or after its minute', async () => {
    const browser = new Browser(served.url);
    const { code, leaving } = await freshCode(browser);
    const wrong = await browser.redeem(code, { ...leaving, verifier: 'x'.repeat(43) });
    expect(await wrong.json()).toMatchObject({
      error: 'invalid_grant',
      error_description: expect.stringContaining('code_verifier'),
    });
    await database.sql(`update oidc_record set expires_at = now() where model = 'AuthorizationCode'`);
    expect(await (await browser.redeem(code, leaving)).json()).toMatchObject({
      error: 'invalid_grant',
      error_description: expect.stringContaining('a minute'),
    });
  });

  it('lets only its own page read its answers', async () => {
    const allowed = async (origin: string) => {
      const init = { method: 'POST', headers: { origin }, body: new URLSearchParams({ client_id: 'lianxin-web' }) };
      return (await new Browser(served.url).fetch('/oidc/token', init)).headers.get('access-control-allow-origin');
    };
    expect(await allowed(served.url)).toBe(served.url);
    expect(await allowed('https://evil.example')).toBeNull();
  });
});

describe('the origins of the web page', () => {
  it('are the public one, and on a loopback address both names', () => {
    expect(originsOf('https://lianxin.example')).toEqual(['https://lianxin.example']);
    expect(originsOf('http://localhost:4000')).toEqual(['http://localhost:4000', 'http://127.0.0.1:4000']);
    expect(originsOf('http://127.0.0.1')).toEqual(['http://127.0.0.1', 'http://localhost']);
  });
});
