import { useRef } from 'react';
import { useChange } from '../change.ts';
import { graphql } from '../generated/index.ts';
import { renew, session } from '../signin/session.ts';
import { presentMoment } from '../ui/day.ts';

const ISSUE_TRIAL_TOKEN = graphql(`
  mutation IssueTrialToken($input: IssueTrialTokenInput!) {
    issueTrialToken(input: $input) { token expiresAt }
  }
`);

/** A trial token is replaced so long before it ends, in milliseconds. */
const ahead = 30_000;

/** Gives the token to ask with; `anew` where the one before was refused. */
export type TokenOf = (anew?: boolean) => Promise<string | null>;

/**
 * Gives the token of whoever asks: of the person who is signed in, or, by its id, of an application of theirs. Tokens of applications live for
 * ten minutes and are kept in memory alone.
 */
export function useTokenOf(application: string | null): TokenOf {
  const issue = useChange(ISSUE_TRIAL_TOKEN, { rereads: false });
  const trial = useRef<{ application: string; token: string; until: number } | null>(null);
  return async (anew = false) => {
    if (application === null) {
      if (anew) await renew();
      return session.token();
    }
    const known = trial.current;
    if (!anew && known?.application === application && known.until > presentMoment().getTime()) return known.token;
    const { token, expiresAt } = (await issue({ application })).issueTrialToken;
    if (token !== null) trial.current = { application, token, until: Date.parse(expiresAt) - ahead };
    return token;
  };
}
