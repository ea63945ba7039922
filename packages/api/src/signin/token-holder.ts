import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { idHash } from './oidc-adapter.ts';
import { webClient } from './web-client.ts';

/** Whom a token speaks for, and, unless it is the web page's, through which application. */
export interface TokenHolder {
  accountId: string;
  application?: { id: string; account: string; scopes: readonly string[] };
}

/**
 * Whom a token of an application speaks for; undefined for one that is unknown or over, or the application's that has ended. The
 * token of an application that acts for itself speaks for the account that it has for that.
 */
export async function applicationToken({ db, now }: Desk, token: string): Promise<TokenHolder | undefined> {
  const { rows } = await sql<{ id: string; account: string; scope: string | null }>`
    select application.id, application.account_id as account, token.payload ->> 'scope' as scope
    from oidc_record token
    join application on application.id::text = token.payload ->> 'clientId' and application.ended_at is null
    where token.model = 'ClientCredentials' and token.id_hash = ${idHash(token)} and token.expires_at > ${now}`.execute(
    db,
  );
  const [found] = rows;
  if (!found) return undefined;
  const { id, account, scope } = found;
  return { accountId: account, application: { id, account, scopes: scope?.split(' ') ?? [] } };
}

/**
 * The account that an access token of the web page speaks for, or undefined. The token has to be known and not expired,
 * and begun after the account was last signed out everywhere; a token that belongs to a session (all but those of the
 * command) needs that session alive, begun after that too, and still with the grant that the token came from.
 */
export async function tokenHolder({ db, now }: Desk, token: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select account.id
    from oidc_record token
    join account on account.id = token.account_id and account.signed_out_before <= token.begun_at
    left join oidc_record session
      on session.model = 'Session' and session.uid = token.payload ->> 'sessionUid'
      and session.account_id = token.account_id and session.expires_at > ${now}
      and session.begun_at >= account.signed_out_before
      and session.payload #>> array['authorizations', token.payload ->> 'clientId', 'grantId'] = token.grant_id
    where token.model = 'AccessToken' and token.id_hash = ${idHash(token)} and token.expires_at > ${now}
      and token.payload ->> 'clientId' = ${webClient}
      and (session.uid is not null or token.payload -> 'expiresWithSession' is distinct from 'true')`.execute(db);
  return rows[0]?.id;
}
