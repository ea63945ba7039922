import { expect } from 'vitest';
import { ApiClient } from '../../test/client.ts';
import type { TestPlatform, TestTown } from '../../test/platform.ts';
import { atDesk } from '../db/door.ts';
import { giveGrant } from './grant.ts';

/** An application that a test has registered. */
export interface TestApplication {
  id: string;
  clientId: string;
  secret: string;
}

/** Registers an application that asks for scopes, by the platform's operator unless told. */
export async function registerApplication(
  platform: TestPlatform,
  scopes: readonly string[],
  owner: ApiClient = platform.operator,
  more: Record<string, unknown> = {},
): Promise<TestApplication> {
  const input = { name: await freeName(platform, owner), description: '为街镇汇总走访情况', scopes, ...more };
  const { application, secret } = await owner.do('registerApplication', input, 'application { id clientId } secret');
  return { ...application, secret };
}

/** 数据看板, or something else where another has called theirs so. */
async function freeName({ database }: TestPlatform, owner: ApiClient): Promise<string> {
  const { viewer } = await owner.ask('{ viewer { account { name } } }');
  const taken = await database.sql(
    `select from application a join account on account.id = a.owner_id
     where a.name = '数据看板' and a.ended_at is null and account.name <> $1`,
    [viewer.account.name],
  );
  return taken.length === 0 ? '数据看板' : `数据看板 ${viewer.account.name}`;
}

/** What the token endpoint answers an application that asks for itself, for scopes by their names. */
export async function tokenResponse(
  platform: TestPlatform,
  { clientId, secret }: Pick<TestApplication, 'clientId' | 'secret'>,
  scope: string,
): Promise<{ status: number; body: { access_token?: string; scope?: string; error?: string } }> {
  const response = await fetch(`${platform.url}/oidc/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  });
  return {
    status: response.status,
    body: (await response.json()) as Awaited<ReturnType<typeof tokenResponse>>['body'],
  };
}

/** A client of the API that speaks for an application. */
export async function clientOf(
  platform: TestPlatform,
  application: TestApplication,
  scope: string,
): Promise<ApiClient> {
  const { status, body } = await tokenResponse(platform, application, scope);
  expect({ status, error: body.error }).toEqual({ status: 200, error: undefined });
  return new ApiClient(platform.url, body.access_token);
}

/** Has a town consent to an application. Returns the consent's id. */
export async function consent(
  { admin, code }: TestTown,
  { clientId }: TestApplication,
  scopes: readonly string[],
  until?: string,
): Promise<string> {
  const input = { town: code, clientId, scopes, until };
  return (await admin.do('consentToApplication', input, 'consent { id }')).consent.id;
}

/** A client of the API that speaks for an account through an application, which its holder has let act for them. */
export async function actingFor(
  { database, provider, url }: TestPlatform,
  { clientId }: TestApplication,
  account: string,
  scope: string,
): Promise<ApiClient> {
  const [holder] = await database.sql<{ id: string }>('select id from account where name = $1', [account]);
  const client = await provider.Client.find(clientId);
  if (!holder || !client) throw new Error(`No account ${account} or no application ${clientId}`);
  const accountId = holder.id;
  const grantId = await atDesk(database.orm, { role: 'app_signin' }, new Date(), 'write', (desk) =>
    giveGrant(desk, { accountId, applicationId: clientId, scopes: scope.split(' ') }),
  );
  const token = new provider.AccessToken({ accountId, client, grantId, gty: 'authorization_code', scope });
  return new ApiClient(url, await token.save());
}
