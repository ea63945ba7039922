import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyDatabase, type TestDatabase } from '../../test/database.ts';
import { bearerOf, bearerReader } from './bearer.ts';
import { Browser, locationOf } from './browser.fixture.ts';
import { issueToken } from './issue-token.ts';
import { hashPassword } from './password.ts';
import { openAccount, serveSignIn, testPassword } from './signin.fixture.ts';

let database: TestDatabase;
let served: Awaited<ReturnType<typeof serveSignIn>>;
let accounts = 0;
let account: string;
let accountId: string;

beforeAll(async () => {
  database = await copyDatabase();
  served = await serveSignIn(database.orm);
});
beforeEach(async () => {
  account = `zhang-${++accounts}`;
  accountId = await openAccount(database, account);
});
afterAll(async () => {
  expect(served.faults).toEqual([]);
  await served.close();
  await database.drop();
});

const later = (now: Date, milliseconds: number) => new Date(now.getTime() + milliseconds);
const signOutEverywhere = () =>
  database.sql('update account set signed_out_before = clock_timestamp() where id = $1', [accountId]);
const revoke = (browser: Browser, token: string) => {
  const body = new URLSearchParams({ token, client_id: 'lianxin-web' });
  return browser.fetch('/oidc/token/revocation', { method: 'POST', body });
};

describe('a bearer token', () => {
  it('speaks for its account until its hour is over', async () => {
    const token = await issueToken(served.provider, accountId);
    const now = new Date();
    expect(await bearerReader(database.orm)(token, now)).toMatchObject({ accountId, name: account });
    expect(await bearerReader(database.orm)(token, later(now, 59 * 60_000))).toBeDefined();
    expect(await bearerReader(database.orm)(token, later(now, 61 * 60_000))).toBeUndefined();
  });

  it('is not garbage, nor another record of the provider', async () => {
    const browser = new Browser(served.url);
    await browser.signIn(account, testPassword);
    const { response } = await browser.leave();
    const code = new URL(locationOf(response)).searchParams.get('code') ?? '';
    const session = browser.cookies.find((cookie) => cookie.name === 'lianxin_session')?.value ?? '';
    expect([code, session].every((id) => id.length >= 21)).toBe(true);
    const actorOfToken = bearerReader(database.orm);
    for (const token of ['', 'x', '\0', 'x'.repeat(100_000), randomBytes(32).toString('base64url'), code, session]) {
      expect(await actorOfToken(token, new Date())).toBeUndefined();
    }
  });

  it('is gone within 5 seconds of being revoked, although answers are remembered', async () => {
    const browser = new Browser(served.url);
    const { access_token } = await browser.signIn(account, testPassword);
    const actorOfToken = bearerReader(database.orm);
    const now = new Date();
    expect(await actorOfToken(access_token, now)).toBeDefined();
    expect((await revoke(browser, access_token)).status).toBe(200);
    expect(await actorOfToken(access_token, later(now, 2900))).toBeDefined();
    expect(await actorOfToken(access_token, later(now, 3000))).toBeUndefined();
    expect(await bearerReader(database.orm)(access_token, now)).toBeUndefined();
  });

  it('ends with its session', async () => {
    const { access_token } = await new Browser(served.url).signIn(account, testPassword);
    await database.sql(`delete from oidc_record where model = 'Session' and account_id = $1`, [accountId]);
    expect(await bearerReader(database.orm)(access_token, new Date())).toBeUndefined();
  });

  it('ends when its session gives its grant up', async () => {
    const { access_token } = await new Browser(served.url).signIn(account, testPassword);
    const giveUp = `update oidc_record set payload = payload #- '{authorizations}' where model = 'Session' and account_id = $1`;
    await database.sql(giveUp, [accountId]);
    expect(await bearerReader(database.orm)(access_token, new Date())).toBeUndefined();
  });

  it('is looked up once for many requests at once, and once in three seconds; an unknown one each time', async () => {
    const token = await issueToken(served.provider, accountId);
    const actorOfToken = bearerReader(database.orm);
    const transactions = vi.spyOn(database.orm.pool, 'connect');
    try {
      const now = new Date();
      const actors = await Promise.all(Array.from({ length: 50 }, () => actorOfToken(token, now)));
      expect(new Set(actors).size).toBe(1);
      const once = transactions.mock.calls.length;
      expect(once).toBeLessThanOrEqual(2);
      await actorOfToken(token, later(now, 2999));
      expect(transactions).toHaveBeenCalledTimes(once);
      await actorOfToken(token, later(now, 3000));
      expect(transactions).toHaveBeenCalledTimes(2 * once);
      transactions.mockClear();
      for (let time = 0; time < 3; time++) await actorOfToken('x'.repeat(43), now);
      expect(transactions).toHaveBeenCalledTimes(3);
    } finally {
      transactions.mockRestore();
    }
  });

  it('is looked up again after a fault', async () => {
    const token = await issueToken(served.provider, accountId);
    const actorOfToken = bearerReader(database.orm);
    const now = new Date();
    await database.sql('revoke select on oidc_record from app_signin');
    await expect(actorOfToken(token, now)).rejects.toThrow('permission denied');
    await database.sql('grant select on oidc_record to app_signin');
    expect(await actorOfToken(token, now)).toBeDefined();
  });
});

describe('signing an account out everywhere, as a new password does', () => {
  it('ends its tokens, with a session and without, and nobody else’s', async () => {
    const { access_token } = await new Browser(served.url).signIn(account, testPassword);
    const issued = await issueToken(served.provider, accountId);
    const other = await issueToken(served.provider, await openAccount(database, `other-of-${account}`));
    await signOutEverywhere();
    const actorOfToken = bearerReader(database.orm);
    expect(await actorOfToken(access_token, new Date())).toBeUndefined();
    expect(await actorOfToken(issued, new Date())).toBeUndefined();
    expect(await actorOfToken(other, new Date())).toBeDefined();
  });

  it('ends its sessions: no silent token, no user information, and the next visit asks for the password', async () => {
    const browser = new Browser(served.url);
    const { access_token } = await browser.signIn(account, testPassword);
    await signOutEverywhere();
    const { response } = await browser.leave({ prompt: 'none' });
    expect(locationOf(response)).toContain('error=login_required');
    const userinfo = await browser.fetch('/oidc/me', { headers: { authorization: `Bearer ${access_token}` } });
    expect(userinfo.status).toBe(401);
    const again = await browser.signIn(account, testPassword);
    expect(await bearerReader(database.orm)(again.access_token, new Date())).toBeDefined();
  });

  it('ends codes and sign-ins that are under way', async () => {
    const browser = new Browser(served.url);
    await browser.signIn(account, testPassword);
    const { response, leaving } = await browser.leave();
    const code = new URL(locationOf(response)).searchParams.get('code') ?? '';
    const elsewhere = new Browser(served.url);
    const { uid } = await elsewhere.toSignInPage();
    const { redirectTo } = JSON.parse(await (await elsewhere.submit(uid, account, testPassword)).text());
    await signOutEverywhere();
    expect((await browser.redeem(code, leaving)).status).toBe(400);
    expect(locationOf(await elsewhere.fetch(redirectTo))).toMatch(/^\/oidc\/interaction\//);
  });

  it('ends a token that was still being made from a session that ended meanwhile', async () => {
    const { access_token } = await new Browser(served.url).signIn(account, testPassword);
    await database.sql(
      `update account set signed_out_before = token.begun_at from oidc_record token
       where account.id = $1 and token.account_id = $1 and token.model = 'AccessToken'`,
      [accountId],
    );
    expect(await bearerReader(database.orm)(access_token, new Date())).toBeUndefined();
  });

  it('refuses the old password from the moment the new one is being stored', async () => {
    const browser = new Browser(served.url);
    const { uid } = await browser.toSignInPage();
    const changing = new Client(database.ownerUrl);
    await changing.connect();
    try {
      await changing.query('begin');
      const change = 'update account set password_hash = $2, signed_out_before = clock_timestamp() where id = $1';
      await changing.query(change, [accountId, await hashPassword('another one')]);
      const answer = browser.submit(uid, account, testPassword);
      await setTimeout(200);
      await changing.query('commit');
      expect((await answer).status).toBe(401);
    } finally {
      await changing.end();
    }
  });

  it('leaves a sign-in of the same second alone when it came after', async () => {
    await signOutEverywhere();
    const { access_token } = await new Browser(served.url).signIn(account, testPassword);
    const issued = await issueToken(served.provider, accountId);
    expect(await bearerReader(database.orm)(access_token, new Date())).toBeDefined();
    expect(await bearerReader(database.orm)(issued, new Date())).toBeDefined();
  });
});

describe('an Authorization header', () => {
  it('holds a bearer token or none', () => {
    expect(bearerOf('Bearer abc_-')).toBe('abc_-');
    expect(bearerOf('bearer  abc')).toBe('abc');
    for (const header of [undefined, '', 'abc', 'Basic abc', 'Bearer', 'Bearer a b']) {
      expect(bearerOf(header)).toBeUndefined();
    }
  });
});
