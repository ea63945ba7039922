import { errors } from 'oidc-provider';
import { takePoints } from '../cost/take-points.ts';
import { tokenAllowances } from '../cost/token-allowances.ts';
import type { Orm } from '../db/orm.ts';

/** That an application has got as many tokens as it may for now. */
export class TooManyTokens extends errors.OIDCProviderError {
  override error_description = 'too many tokens were asked for';
  /** After how many seconds it gets the next one. */
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    // The only code of OAuth's own that says so (RFC 8628).
    super(429, 'slow_down');
    this.retryAfter = retryAfter;
  }
}

/**
 * Counts a token that an application is about to get: for itself, by its client id, or for a person, by what they let it do. Counted for all
 * processes in the table of budgets. Rejects with TooManyTokens where there is none for now.
 */
export async function countToken(orm: Orm, kind: keyof typeof tokenAllowances, whose: string): Promise<void> {
  const { atOnce, secondsEach } = tokenAllowances[kind];
  const caller = { name: `tokens ${whose}`, capacity: atOnce, restoresPerSecond: 1 / secondsEach, isAlwaysTold: false };
  const { lease, free } = await takePoints(orm, caller, { ended: undefined, unspent: 0, needed: 1, wanted: 1 });
  if (!lease) throw new TooManyTokens(Math.max(Math.ceil((1 - free) * secondsEach), 1));
}
