import type { AdapterPayload } from 'oidc-provider';
import { endGrant } from '../applications/grant.ts';
import { holdingGrants } from '../applications/grant-rows.ts';
import { atDesk } from '../db/door.ts';
import { uuidPattern } from '../schema/global-id.ts';
import { OidcAdapter } from './oidc-adapter.ts';

/**
 * The provider's grants. What people let applications do is kept where they see it and take it back (applications/grant.ts), under
 * a UUID; the web page's own grants, which are nobody's decision, are records like others.
 */
export class GrantAdapter extends OidcAdapter {
  override async find(id: string): Promise<AdapterPayload | undefined> {
    if (!uuidPattern.test(id)) return super.find(id);
    const grant = await atDesk(this.orm, { role: 'app_signin' }, new Date(), 'read', (desk) =>
      holdingGrants(desk)
        .select(['g.id', 'g.application_id', 'g.account_id', 'g.scopes', 'g.granted_at', 'g.expires_at'])
        .where('g.id', '=', id)
        .executeTakeFirst(),
    );
    if (!grant) return undefined;
    return {
      kind: 'Grant',
      jti: grant.id,
      accountId: grant.account_id,
      clientId: grant.application_id,
      openid: { scope: grant.scopes.join(' ') },
      iat: Math.floor(grant.granted_at.getTime() / 1000),
      exp: Math.floor(grant.expires_at.getTime() / 1000),
    };
  }

  /** Ends what a person let an application do, as when a refresh token of it comes a second time. */
  override async destroy(id: string): Promise<void> {
    if (!uuidPattern.test(id)) return super.destroy(id);
    await atDesk(this.orm, { role: 'app_signin' }, new Date(), 'write', (desk) => endGrant(desk, id));
  }
}
