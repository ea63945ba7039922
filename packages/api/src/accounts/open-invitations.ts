import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId } from '../schema/global-id.ts';
import type { InvitationType } from './account.type.ts';

/** The invitations to the desk's town that can still be accepted, the latest first. One statement. */
export async function openInvitations(desk: Desk, towns: readonly number[]): Promise<InvitationType[][]> {
  const rows = await desk.db
    .selectFrom('invitation as i')
    .leftJoin('town_account as a', (join) =>
      join.onRef('a.town_id', '=', 'i.town_id').onRef('a.account_id', '=', 'i.invited_by'),
    )
    .select(['i.town_id', 'i.id', 'i.role', 'i.unit_id', 'i.team_id', 'i.expires_at', 'a.name'])
    .where('i.town_id', 'in', [...towns])
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', desk.now)
    .orderBy('i.expires_at', 'desc')
    .execute();
  return towns.map((town) =>
    rows
      .filter((row) => row.town_id === town)
      .map((row) => ({
        id: globalId('Invitation', row.town_id, row.id),
        townId: row.town_id,
        unitUuid: row.unit_id,
        teamUuid: row.team_id,
        role: row.role,
        invitedBy: row.name ?? '',
        expiresAt: row.expires_at,
      })),
  );
}

/**
 * Withdraws an invitation, so that its code is accepted no more.
 * Errors: NOT_FOUND on input.invitation; CONFLICT where it was accepted or withdrawn.
 */
export async function withdrawInvitation(desk: Desk, actor: Actor, id: string): Promise<void> {
  if (!reachesTown(actor, 'account:assign', desk.town)) throw notFound('input.invitation');
  const invitation = await desk.db
    .selectFrom('invitation')
    .select(['accepted_at', 'withdrawn_at'])
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!invitation) throw notFound('input.invitation');
  if (invitation.accepted_at !== null || invitation.withdrawn_at !== null)
    throw conflict('alreadyEnded', 'input.invitation');
  await desk.db
    .updateTable('invitation')
    .set({ withdrawn_at: desk.now })
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .execute();
}

/** Withdraws what an account has offered in the desk's town and nobody accepted yet. */
export async function withdrawAllOf(desk: Desk, accountId: string): Promise<void> {
  await desk.db
    .updateTable('invitation')
    .set({ withdrawn_at: desk.now })
    .where('town_id', '=', desk.town)
    .where('invited_by', '=', accountId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}
