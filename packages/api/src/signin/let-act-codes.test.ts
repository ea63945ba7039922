import { beforeEach, describe, expect, it } from 'vitest';
import type { TestTown } from '../../test/platform.ts';
import { type TestApplication } from '../applications/application.fixture.ts';
import { Browser, locationOf, tokensOf } from './browser.fixture.ts';
import {
  applicationTest,
  askedFor,
  back,
  decided,
  errorAt,
  letAct,
  redeeming,
  request,
  scope,
  tokenFor,
} from './let-act.fixture.ts';
import { testPassword } from './signin.fixture.ts';

const { platform, given, register, works, refreshed, freshCode, grants } = applicationTest();
let town: TestTown;
let account: string;
let application: TestApplication;
beforeEach(() => {
  ({ town, account, application } = given);
});

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
    const other = await register();
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
    for (const more of ['visit:read', 'account:open', 'application:consent', 'vists:read', 'UNIT_READ']) {
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
