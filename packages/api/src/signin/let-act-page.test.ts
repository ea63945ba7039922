import { beforeEach, describe, expect, it } from 'vitest';
import { type ApiClient } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { type TestApplication } from '../applications/application.fixture.ts';
import { Browser } from './browser.fixture.ts';
import {
  type Asked,
  applicationTest,
  askedFor,
  back,
  consentPage,
  decided,
  letAct,
  request,
  scope,
  sentBack,
} from './let-act.fixture.ts';
import { testPassword } from './signin.fixture.ts';

const reading = ['TOWN_READ', 'UNIT_READ'];
const { platform, given, grants } = applicationTest();
let town: TestTown;
let account: string;
let developer: ApiClient;
let application: TestApplication;
beforeEach(() => {
  ({ town, account, developer, application } = given);
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
      application: { name: expect.stringContaining('数据看板') },
      consent: null,
    });
    expect((await browser.decide(uid, true)).status).toBe(410);
    const asked = await askedFor(platform, application, account, scope);
    expect((await asked.browser.submit(asked.uid, account, testPassword)).status).toBe(410);
    const path = `/oidc/interaction/${asked.uid}/consent`;
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const init = { method: 'POST', headers: { 'content-type': type }, body: '{"allow":true,"version":1}' };
      expect((await asked.browser.fetch(path, init)).status).toBe(415);
    }
    const version = 1;
    for (const body of [
      {},
      { allow: true },
      { allow: 'true', version },
      { allow: true, version, scopes: [] },
      [true],
    ]) {
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

  it('lets an application act that is what the page said, and asks again where it has another name since', async () => {
    const asked = await askedFor(platform, application, account, scope);
    const said = async () => JSON.parse(await (await details(asked.browser, asked.uid)).text()).application;
    const { name } = await said();
    const revised = { application: application.id, name: `${name}助手`, description: '另作他用', scopes: reading };
    await developer.do('reviseApplication', { ...revised, redirectUris: [back] }, 'application { version }');
    const answer = await asked.browser.decide(asked.uid, true);
    expect([answer.status, await answer.json()]).toEqual([409, { code: 'CONFLICT' }]);
    expect(await grants()).toEqual([]);
    const now = await said();
    expect([now.name, now.version]).toEqual([`${name}助手`, 2]);
    expect((await asked.browser.decide(asked.uid, true, now.version)).status).toBe(200);
    expect(await grants()).toHaveLength(1);
    const refusing = await askedFor(platform, application, account, `${scope} unit:read`);
    expect((await refusing.browser.decide(refusing.uid, false)).status).toBe(200);
  });

  it('does not open in a frame, and is kept nowhere', async () => {
    const asked = await askedFor(platform, application, account, scope);
    const { headers } = await details(asked.browser, asked.uid);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('cache-control')).toBe('no-store');
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
    await letAct(platform, application, account, 'openid');
    const first = await askedFor(platform, application, account, 'openid town:read');
    const second = await first.browser.leave(request(application, 'openid unit:read'));
    const other: Asked = {
      browser: first.browser,
      leaving: second.leaving,
      uid: await consentPage(first.browser, second.response),
    };
    const decisions = await Promise.all([first, other].map(({ uid }) => first.browser.decide(uid, true)));
    // The provider gives the session another identifier each time, so the browser goes back with one after the other.
    for (const decision of decisions) await sentBack(first.browser, decision);
    expect(await grants()).toHaveLength(1);
  });
});
