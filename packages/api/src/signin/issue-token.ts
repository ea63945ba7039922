import type { Provider } from 'oidc-provider';
import { webClient } from './web-client.ts';

/**
 * Makes a bearer token for an account, such as the web page gets, but without a session: it ends after its hour, or when
 * the account is signed out everywhere. For commands and tests; whoever calls it has decided that it may be made.
 */
export async function issueToken(provider: Provider, accountId: string): Promise<string> {
  const client = await provider.Client.find(webClient);
  if (!client) throw new Error(`The client ${webClient} is not configured`);
  const grant = new provider.Grant({ clientId: webClient, accountId });
  grant.addOIDCScope('openid');
  const grantId = await grant.save();
  const token = new provider.AccessToken({ accountId, client, grantId, gty: 'authorization_code', scope: 'openid' });
  return await token.save();
}
