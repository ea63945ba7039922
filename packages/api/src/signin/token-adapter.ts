import Provider, { type AdapterPayload } from 'oidc-provider';
import { uuidPattern } from '../schema/global-id.ts';
import { requireKnownScopes } from './known-scopes.ts';
import { OidcAdapter } from './oidc-adapter.ts';
import { countToken } from './token-bound.ts';

/**
 * Keeps the tokens that applications get for themselves, and the codes and refresh tokens for which they get others, as many as
 * `token-bound.ts` allows. Only an application that has proved itself comes so far, so nobody else uses up what it may have.
 */
export class TokenAdapter extends OidcAdapter {
  override async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    if (this.model === 'ClientCredentials' && payload.clientId !== undefined) {
      if (Provider.ctx) requireKnownScopes(Provider.ctx);
      await countToken(this.orm, 'itself', payload.clientId);
    }
    await super.upsert(id, payload, expiresIn);
  }

  /** What is refused is not used up: it gets its token later. What people let applications do goes by a UUID; the web page is not bounded. */
  override async consume(id: string): Promise<void> {
    const grant = (await this.find(id))?.grantId;
    if (grant !== undefined && uuidPattern.test(grant)) await countToken(this.orm, 'person', grant);
    await super.consume(id);
  }
}
