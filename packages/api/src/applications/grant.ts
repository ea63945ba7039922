import type { Actor } from '../access/actor.ts';
import { holdAccount } from '../accounts/hold-account.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { holdingGrants } from './grant-rows.ts';

/** How long a person lets an application act for them before they are asked again, in milliseconds. */
const year = 365 * 24 * 60 * 60 * 1000;

/** What a grant is given for: by whom, to which application, for which scopes by their OAuth names. */
export interface Given {
  accountId: string;
  applicationId: string;
  scopes: readonly string[];
}

/**
 * Lets an application act for a person: one that they let already for some more, and again for a year. What does not hold any more
 * is not taken up again. Returns the grant's key.
 */
export async function giveGrant(desk: Desk, { accountId, applicationId, scopes }: Given): Promise<string> {
  const { db, now } = desk;
  // Whoever lets the same application twice at once waits here.
  await holdAccount(desk, accountId);
  const given = { granted_at: now, expires_at: new Date(now.getTime() + year) };
  const holding = await holdingGrants(desk)
    .select(['g.id', 'g.scopes'])
    .where('g.account_id', '=', accountId)
    .where('g.application_id', '=', applicationId)
    .executeTakeFirst();
  if (holding) {
    const all = [...new Set([...holding.scopes, ...scopes])];
    await db
      .updateTable('application_grant')
      .set({ ...given, scopes: all })
      .where('id', '=', holding.id)
      .execute();
    return holding.id;
  }
  await db
    .updateTable('application_grant')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('application_id', '=', applicationId)
    .where('ended_at', 'is', null)
    .execute();
  const id = newId();
  await db
    .insertInto('application_grant')
    .values({ id, account_id: accountId, application_id: applicationId, scopes: [...scopes], ...given, ended_at: null })
    .execute();
  return id;
}

/** Ends a grant that has not ended, with all codes and tokens that came of it. Returns whether it did. */
export async function endGrant({ db, now }: Desk, key: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('application_grant')
    .set({ ended_at: now })
    .where('id', '=', key)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  await db.deleteFrom('oidc_record').where('grant_id', '=', key).execute();
  return numUpdatedRows > 0n;
}

/** Takes a grant of the actor's back. Errors: NOT_FOUND on input.grant; CONFLICT there where it has ended. Returns its key. */
export async function revokeGrant(desk: Desk, actor: Actor, grant: string): Promise<string> {
  const { key } = requireId(grant, 'ApplicationGrant', 'input.grant');
  const own = await desk.db
    .selectFrom('application_grant')
    .select('id')
    .where('id', '=', key)
    .where('account_id', '=', actor.accountId)
    .executeTakeFirst();
  if (!own) throw notFound('input.grant');
  if (!(await endGrant(desk, key))) throw conflict('alreadyEnded', 'input.grant');
  return key;
}
