import type { Configuration } from 'oidc-provider';
import { holdingGrants } from '../applications/grant-rows.ts';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { uuidPattern } from '../schema/global-id.ts';
import { webClient } from './web-client.ts';

/**
 * How the provider finds what a person has let a client do already. The web page is ours: nobody has to be asked whether it may
 * act for them. Any other client is an application, and has what the person let it do.
 */
export function existingGrant(orm: Orm): NonNullable<Configuration['loadExistingGrant']> {
  return async (ctx) => {
    const { account, client, session, provider } = ctx.oidc;
    if (!account || !client) return undefined;
    const { accountId } = account;
    if (client.clientId !== webClient) {
      const held = await findGrant(orm, accountId, client.clientId);
      return held === undefined ? undefined : provider.Grant.find(held);
    }
    const grantId = session?.grantIdFor(client.clientId);
    const existing = grantId ? await provider.Grant.find(grantId) : undefined;
    if (existing?.accountId === accountId) return existing;
    const grant = new provider.Grant({ accountId, clientId: client.clientId });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  };
}

async function findGrant(orm: Orm, accountId: string, clientId: string): Promise<string | undefined> {
  if (!uuidPattern.test(clientId)) return undefined;
  const held = await atDesk(orm, { role: 'app_signin' }, new Date(), 'read', (desk) =>
    holdingGrants(desk)
      .select('g.id')
      .where('g.account_id', '=', accountId)
      .where('g.application_id', '=', clientId)
      .executeTakeFirst(),
  );
  return held?.id;
}
