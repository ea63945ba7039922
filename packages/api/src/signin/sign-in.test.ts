import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearerReader } from './bearer.ts';
import { Browser, locationOf, tokensOf } from './browser.fixture.ts';
import { openAccount, serveSignIn, testDatabase, testPassword } from './signin.fixture.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let served: Awaited<ReturnType<typeof serveSignIn>>;

beforeAll(async () => {
  database = await testDatabase();
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
    const tokens = await browser.signIn('wang', testPassword);
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'openid' });
    expect(tokens).not.toHaveProperty('refresh_token');
    const actor = await bearerReader(database.orm)(tokens.access_token, new Date());
    expect(actor).toMatchObject({ name: 'wang', displayName: 'wang 先生', assignments: [], offices: [] });
    const userinfo = await browser.fetch('/oidc/me', { headers: { authorization: `Bearer ${tokens.access_token}` } });
    expect(await userinfo.json()).toEqual({
      sub: actor?.accountId,
      name: 'wang 先生',
      preferred_username: 'wang',
    });
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
});
