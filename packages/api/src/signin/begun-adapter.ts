import Provider, { type AdapterPayload, errors } from 'oidc-provider';
import type { Orm } from '../db/orm.ts';
import { countBegun, forgetBegun } from './begun-bound.ts';
import { OidcAdapter } from './oidc-adapter.ts';

/** Characters of what is kept of somebody who is not signed in. */
const mostOfNobody = 12_000;

/**
 * Keeps what the provider asks people, and sessions. Anybody can have these written, so how large they are and how many of them an address
 * has begun is bounded. What the provider asks counts no more once it is answered.
 */
export class BegunAdapter extends OidcAdapter {
  readonly #secret: string;

  /** `secret` hides the addresses that are counted. */
  constructor(orm: Orm, model: 'Interaction' | 'Session', secret: string) {
    super(orm, model);
    this.#secret = secret;
  }

  override async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const isOfNobody = payload.accountId === undefined;
    if (isOfNobody && JSON.stringify(payload).length > mostOfNobody) {
      throw new errors.InvalidRequest('the parameters are too long');
    }
    const mayBegin = this.model === 'Interaction' ? payload.result === undefined : isOfNobody;
    const { ctx } = Provider;
    if (ctx && mayBegin && !(await this.find(id))) await countBegun(this.orm, this.#secret, ctx.ip);
    await super.upsert(id, payload, expiresIn);
  }

  override async destroy(id: string): Promise<void> {
    await super.destroy(id);
    const { ctx } = Provider;
    if (ctx && this.model === 'Interaction') await forgetBegun(this.orm, this.#secret, ctx.ip);
  }
}
