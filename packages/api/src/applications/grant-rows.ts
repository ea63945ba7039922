import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import { permissionNamesOf } from './application-rows.ts';
import type { ApplicationGrantType } from './grant.type.ts';

/**
 * The grants that hold: neither taken back nor over, for an application that is in use, and given since the account was last
 * signed out everywhere, which a new password does.
 */
export function holdingGrants({ db, now }: Desk) {
  return db
    .selectFrom('application_grant as g')
    .innerJoin('application as a', 'a.id', 'g.application_id')
    .innerJoin('account as person', 'person.id', 'g.account_id')
    .where('g.ended_at', 'is', null)
    .where('g.expires_at', '>', now)
    .where('a.ended_at', 'is', null)
    .whereRef('person.signed_out_before', '<=', 'g.granted_at');
}

/** The columns of a grant as GraphQL shows it. */
export const grantColumns = [
  'g.id',
  'g.application_id',
  'g.scopes',
  'g.granted_at',
  'g.expires_at',
  'g.ended_at',
] as const;

interface GrantRow {
  id: string;
  application_id: string;
  scopes: readonly string[];
  granted_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

/** A grant as GraphQL shows it. */
export function grantOf(row: GrantRow): ApplicationGrantType {
  return {
    typename: 'ApplicationGrant',
    id: globalId('ApplicationGrant', 0, row.id),
    applicationUuid: row.application_id,
    scopes: permissionNamesOf(row.scopes),
    ...{ grantedAt: row.granted_at, expiresAt: row.expires_at, endedAt: row.ended_at },
  };
}

/** A grant of an account’s, also one that is over. */
export async function grantOfAccount(
  { db }: Desk,
  accountId: string,
  key: string,
): Promise<ApplicationGrantType | undefined> {
  const row = await db
    .selectFrom('application_grant as g')
    .select(grantColumns)
    .where('g.id', '=', key)
    .where('g.account_id', '=', accountId)
    .executeTakeFirst();
  return row && grantOf(row);
}
