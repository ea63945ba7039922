import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { idHash } from './oidc-adapter.ts';
import { webClient } from './web-client.ts';

/** Whom a token speaks for, and, unless it is the web page's, through which application. */
export interface TokenHolder {
  accountId: string;
  application?: { id: string; account: string; scopes: readonly string[] };
}

/** Whom a token speaks for; undefined for one that is unknown or over. */
export async function tokenHolder(desk: Desk, token: string): Promise<TokenHolder | undefined> {
  return (await ofWebPage(desk, token)) ?? (await ofApplication(desk, token));
}

/**
 * Whom a token of an application speaks for: a person, while they let it and as long as they were not signed out everywhere since,
 * or, where it acts for itself, the account that it has for that, which takes one that keeps a secret. Nobody once the application has
 * ended, or has no secret left.
 */
async function ofApplication({ db, now }: Desk, token: string): Promise<TokenHolder | undefined> {
  const { rows } = await sql<{ id: string; account: string; scope: string | null; person: string | null }>`
    select application.id, application.account_id as account, token.payload ->> 'scope' as scope, person.id as person
    from oidc_record token
    join application on application.id::text = token.payload ->> 'clientId' and application.ended_at is null
      and (not application.confidential or exists (
        select from application_secret s where s.application_id = application.id and s.revoked_at is null))
    left join application_grant g
      on g.account_id = token.account_id and g.application_id = application.id and g.id::text = token.grant_id
      and g.ended_at is null and g.expires_at > ${now}
    left join account person
      on person.id = g.account_id and person.signed_out_before <= least(token.begun_at, g.granted_at)
    where token.model in ('AccessToken', 'ClientCredentials') and token.id_hash = ${idHash(token)}
      and token.expires_at > ${now} and case token.model when 'ClientCredentials' then application.confidential else person.id is not null end`.execute(
    db,
  );
  const [found] = rows;
  if (!found) return undefined;
  const { id, account, scope, person } = found;
  return { accountId: person ?? account, application: { id, account, scopes: scope?.split(' ') ?? [] } };
}

/**
 * Whom an access token of the web page speaks for. The token has to be known and not expired,
 * and begun after the account was last signed out everywhere; a token that belongs to a session (all but those of the
 * command) needs that session alive, begun after that too, and still with the grant that the token came from.
 */
async function ofWebPage({ db, now }: Desk, token: string): Promise<TokenHolder | undefined> {
  const { rows } = await sql<{ accountId: string }>`
    select account.id as "accountId"
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
  return rows[0];
}
