import { afterEach, beforeEach, expect } from 'vitest';
import { z } from 'zod';
import { ApiClient } from '../../test/client.ts';
import { type TestPlatform, type TestTown, testPlatform } from '../../test/platform.ts';
import { consent, registerApplication, type TestApplication } from '../applications/application.fixture.ts';
import { Browser, type Leaving, locationOf } from './browser.fixture.ts';
import { hashPassword } from './password.ts';
import { testPassword } from './signin.fixture.ts';

const some = z.string().optional();
const tokens = z.looseObject({ access_token: some, refresh_token: some, id_token: some, scope: some, error: some });

/** Where the applications of tests have people sent back to. */
export const back = 'https://board.example/back';

/** Has an account sign in with `testPassword`. */
async function givePassword({ database }: TestPlatform, name: string): Promise<void> {
  const changed = await database.sql('update account set password_hash = $1 where name = $2 returning id', [
    await hashPassword(testPassword),
    name,
  ]);
  expect(changed).toHaveLength(1);
}

/** A browser that an application has sent to the platform, at the page that asks whether it may act. */
export interface Asked {
  browser: Browser;
  uid: string;
  leaving: Leaving;
}

/** What an application asks for. */
export const request = ({ clientId }: Pick<TestApplication, 'clientId'>, scope: string) => ({
  ...{ client_id: clientId, scope, redirect_uri: back },
});

/** Goes as far as the page that asks whether the application may act for the account, signing in on the way. */
export async function askedFor(
  platform: TestPlatform,
  application: Pick<TestApplication, 'clientId'>,
  account: string,
  scope: string,
  extra: Record<string, string> = {},
): Promise<Asked> {
  const browser = new Browser(platform.url);
  const { uid, leaving } = await browser.toSignInPage({ ...request(application, scope), ...extra });
  const { redirectTo } = JSON.parse(await (await browser.submit(uid, account, testPassword)).text());
  return { browser, leaving, uid: await consentPage(browser, await browser.fetch(redirectTo)) };
}

/** The id under which a browser is asked to which the provider has answered. */
export async function consentPage(browser: Browser, answer: Response): Promise<string> {
  const page = locationOf(await browser.fetch(locationOf(answer)));
  expect(page).toMatch(/^\/consent\/[\w-]+$/);
  return page.slice('/consent/'.length);
}

/** Lets an application act. Answers the address to which the browser is sent. */
export async function decided({ browser, uid }: Asked, allow = true): Promise<URL> {
  return sentBack(browser, await browser.decide(uid, allow));
}

/** The address to which the browser is sent with a decision. */
export async function sentBack(browser: Browser, answer: Response): Promise<URL> {
  expect(answer.status).toBe(200);
  const { redirectTo } = JSON.parse(await answer.text());
  return new URL(locationOf(await browser.fetch(redirectTo)));
}

/** What the token endpoint answers an application, with its secret unless it has none. */
export async function tokenFor(
  { url }: TestPlatform,
  { clientId, secret }: { clientId: string; secret: string | null },
  parameters: Record<string, string>,
) {
  const headers: Record<string, string> =
    secret === null ? {} : { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` };
  const named = secret === null ? { client_id: clientId } : {};
  const body = new URLSearchParams({ ...named, ...parameters });
  const response = await fetch(`${url}/oidc/token`, { method: 'POST', headers, body });
  return { status: response.status, ...tokens.parse(await response.json()) };
}

/** What a code is redeemed with. */
export const redeeming = (code: string | null, { verifier, redirectUri }: Leaving) => ({
  ...{ grant_type: 'authorization_code', code: code ?? '', redirect_uri: redirectUri, code_verifier: verifier },
});

/** Has a person let an application act for them. Answers what the application gets. */
export async function letAct(
  platform: TestPlatform,
  application: { clientId: string; secret: string | null },
  account: string,
  scope: string,
) {
  const asked = await askedFor(platform, application, account, scope);
  const code = (await decided(asked)).searchParams.get('code');
  const {
    access_token = '',
    refresh_token = '',
    ...rest
  } = await tokenFor(platform, application, redeeming(code, asked.leaving));
  expect(rest).toMatchObject({ status: 200 });
  return { ...asked, ...rest, access: access_token, refresh: refresh_token };
}

/** What an application asks for in these tests. */
export const scope = 'openid town:read';
const reading = ['TOWN_READ', 'UNIT_READ', 'UNIT_COUNT', 'NOTICE_READ'];

/** An application, a town that has consented to it, and an account of the town whose holder it asks. */
interface Given {
  town: TestTown;
  account: string;
  /** Who registered it. */
  developer: ApiClient;
  application: TestApplication;
}

/** A platform on which each test is given an application of its own, and what the tests do with it. */
export function applicationTest() {
  const platform = testPlatform();
  const given = {} as Given;
  const register = (more: Record<string, unknown> = {}) =>
    registerApplication(platform, reading, given.developer, {
      ...{ redirectUris: [back, 'http://127.0.0.1/back'], homepage: 'https://board.example/', ...more },
    });
  beforeEach(async () => {
    given.town = await platform.newTown();
    given.developer = await given.town.account('AUDITOR');
    given.account = `admin-${given.town.code}`;
    await givePassword(platform, given.account);
    given.application = await register();
    await consent(given.town, given.application, reading.slice(0, 3));
  });
  afterEach(() => expect(platform.faults).toEqual([]));
  return {
    platform,
    given,
    register,
    /** Whether a token is one to the API, once no process remembers whom it spoke for. */
    async works(token: string | undefined): Promise<boolean> {
      platform.advance(3100);
      return (await new ApiClient(platform.url, token).send('{ viewer { account { name } } }')).status === 200;
    },
    /** What a refresh token gets its application. */
    refreshed: (
      token: string,
      more: Record<string, string> = {},
      by: { clientId: string; secret: string | null } = given.application,
    ) => tokenFor(platform, by, { grant_type: 'refresh_token', refresh_token: token, ...more }),
    /** A code that the application has got, and what it needs to use it. */
    async freshCode() {
      const asked = await askedFor(platform, given.application, given.account, scope);
      return { ...asked, parameters: redeeming((await decided(asked)).searchParams.get('code'), asked.leaving) };
    },
    /** What the holder of the account lets applications do. */
    grants: async () =>
      (await given.town.admin.ask('{ viewer { applicationGrants { id } } }')).viewer.applicationGrants,
  };
}

/** The error that a redirection tells. */
export function errorAt(response: Response): string | null {
  return new URL(locationOf(response)).searchParams.get('error');
}
