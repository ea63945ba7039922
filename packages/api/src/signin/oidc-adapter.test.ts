import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyDatabase, type TestDatabase } from '../../test/database.ts';
import { atDesk } from '../db/door.ts';
import { Browser, locationOf, tokensOf } from './browser.fixture.ts';
import { forgetSignIn } from './forget-sign-in.ts';
import { OidcAdapter } from './oidc-adapter.ts';
import { openAccount, serveSignIn, testPassword } from './signin.fixture.ts';

let database: TestDatabase;
let served: Awaited<ReturnType<typeof serveSignIn>>;

beforeAll(async () => {
  database = await copyDatabase();
  served = await serveSignIn(database.orm);
});
afterAll(async () => {
  await served.close();
  await database.drop();
});

describe('records of the provider', () => {
  it('show no token, code, cookie, password or name to whoever reads the tables', async () => {
    await openAccount(database, 'chen-wei');
    const browser = new Browser(served.url);
    const dump = async () => JSON.stringify(await database.sql(`select * from oidc_record, sign_in_attempt`));
    const { uid } = await browser.toSignInPage();
    expect((await browser.submit(uid, 'chen-wei', 'a wrong password')).status).toBe(401);
    const answered = await browser.submit(uid, 'chen-wei', testPassword);
    const { redirectTo } = JSON.parse(await answered.text());
    const during = await dump();
    await browser.fetch(redirectTo);
    const { response, leaving } = await browser.leave();
    const code = new URL(locationOf(response)).searchParams.get('code') ?? '';
    const before = await dump();
    const { access_token } = await tokensOf(await browser.redeem(code, leaving));
    // Signing in once more makes an interaction that knows the session.
    const again = await browser.toSignInPage({ prompt: 'login' });
    const session = browser.cookies.find((cookie) => cookie.name === 'lianxin_session')?.value ?? '';
    const after = await dump();
    const secrets = [uid, again.uid, code, access_token, session, testPassword, 'a wrong password', leaving.verifier];
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(15);
      for (const text of [during, before, after]) expect(text).not.toContain(secret);
    }
    expect(during).toContain('"Interaction"');
    expect(before).toContain('"AuthorizationCode"');
    expect(after).toContain('"AccessToken"');
    expect(after).toContain('"failures"');
    expect(after).not.toContain('chen-wei');
    expect(after).not.toContain('127.0.0.1"');
  });

  it('are found by their id as they were, and not after they expired or were destroyed', async () => {
    const adapter = new OidcAdapter(database.orm, 'Interaction');
    const interaction = { jti: 'an-id', returnTo: 'http://localhost/oidc/auth/an-id', exp: 1, params: { state: '心' } };
    await adapter.upsert('an-id', interaction, 60);
    expect(await adapter.find('an-id')).toEqual(interaction);
    expect(await adapter.find('other')).toBeUndefined();
    expect(await new OidcAdapter(database.orm, 'Session').find('an-id')).toBeUndefined();
    await adapter.upsert('an-id', { ...interaction, exp: 2 }, 60);
    expect(await adapter.find('an-id')).toEqual({ ...interaction, exp: 2 });
    await adapter.upsert('an-id', interaction, 0);
    expect(await adapter.find('an-id')).toBeUndefined();
    await adapter.upsert('an-id', interaction, 60);
    await adapter.destroy('an-id');
    expect(await adapter.find('an-id')).toBeUndefined();
  });

  it('of a session are found by its uid, without its id', async () => {
    const adapter = new OidcAdapter(database.orm, 'Session');
    const session = { uid: 'a-uid', loginTs: 1_700_000_000.123, authorizations: { web: { grantId: 'g' } } };
    await adapter.upsert('a-session', { ...session, jti: 'a-session' }, 60);
    expect(await adapter.findByUid('a-uid')).toEqual(session);
    const [kept] = await database.sql(`select begun_at from oidc_record where uid = 'a-uid'`);
    expect(kept?.begun_at).toEqual(new Date(1_700_000_000_123));
  });

  it('are used once', async () => {
    const adapter = new OidcAdapter(database.orm, 'AuthorizationCode');
    await adapter.upsert('a-code', { jti: 'a-code', grantId: 'a-grant' }, 60);
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => adapter.consume('a-code')));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await adapter.find('a-code')).toEqual({ jti: 'a-code', grantId: 'a-grant', consumed: true });
  });

  it('go with their grant, those of one kind', async () => {
    const tokens = new OidcAdapter(database.orm, 'AccessToken');
    await tokens.upsert('t1', { grantId: 'g1' }, 60);
    await tokens.upsert('t2', { grantId: 'g2' }, 60);
    await tokens.revokeByGrantId('g1');
    expect(await tokens.find('t1')).toBeUndefined();
    expect(await tokens.find('t2')).toBeDefined();
  });

  it('are deleted some time after they expired, and only then', async () => {
    const adapter = new OidcAdapter(database.orm, 'Grant');
    await adapter.upsert('short', {}, 10);
    await adapter.upsert('long', {}, 10_000);
    await atDesk(database.orm, { role: 'app_signin' }, new Date(Date.now() + 60_000), 'write', forgetSignIn);
    const left = await database.sql(`select expires_at from oidc_record where model = 'Grant'`);
    expect(left.length).toBeGreaterThan(0);
    expect(await adapter.find('short')).toBeUndefined();
    expect(await adapter.find('long')).toBeDefined();
  });
});
