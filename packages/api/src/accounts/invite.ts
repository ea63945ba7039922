import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { grantsOf } from '../access/roles.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { uuidPattern } from '../schema/global-id.ts';
import { lockTree } from '../towns/lock-tree.ts';
import type { InviteToTownInput } from './account.type.ts';
import { giveRole } from './assign-role.ts';
import { placeLasts, placeRole } from './role-place.ts';

/** How long an invitation can be accepted, in milliseconds. */
const lasts = 7 * 24 * 60 * 60 * 1000;

/**
 * Offers a role to somebody whose account another town opened, without asking whether such an account exists: whoever
 * holds the code may accept it once, within seven days.
 * Errors: FORBIDDEN on input.role; NOT_FOUND and BAD_INPUT on input.unit or input.team.
 */
export async function inviteToTown(desk: Desk, actor: Actor, input: InviteToTownInput, today: string) {
  const placed = await placeRole(desk, actor, 'account:assign', input, today);
  const id = newId();
  const secret = randomBytes(24).toString('base64url');
  const expiresAt = new Date(desk.now.getTime() + lasts);
  await desk.db
    .insertInto('invitation')
    .values({
      town_id: desk.town,
      id,
      secret_hash: hashOf(secret),
      ...placed,
      invited_by: actor.accountId,
      expires_at: expiresAt,
      accepted_at: null,
      withdrawn_at: null,
    })
    .execute();
  return { code: `${desk.town}.${id}.${secret}`, expiresAt };
}

/** The town that a code invites to; undefined where it is no code. */
export function townOfCode(code: string): number | undefined {
  const [, town, id = ''] = /^(\d{9})\.([0-9a-f-]{36})\.[\w-]{32}$/.exec(code.trim()) ?? [];
  return town === undefined || !uuidPattern.test(id) ? undefined : Number(town);
}

/**
 * Accepts an invitation to the desk's town for the actor's account.
 * Errors: BAD_INPUT on input.code where it is wrong, expired or accepted, or its unit or team does not last; CONFLICT on
 * input.code where the account has the role there.
 */
export async function acceptInvitation(desk: Desk, actor: Actor, code: string, today: string): Promise<void> {
  const [, id = '', secret = ''] = code.trim().split('.');
  const invitation = await desk.db
    .selectFrom('invitation')
    .selectAll()
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const valid =
    invitation !== undefined &&
    timingSafeEqual(Buffer.from(invitation.secret_hash), Buffer.from(hashOf(secret))) &&
    invitation.accepted_at === null &&
    invitation.withdrawn_at === null &&
    invitation.expires_at > desk.now &&
    (await stillGivesRoles(desk, invitation.invited_by, today));
  if (!valid) throw badInput('input.code', 'invitationInvalid');
  await desk.db
    .updateTable('invitation')
    .set({ accepted_at: desk.now })
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .execute();
  await lockTree(desk);
  const { role, unit_id, team_id } = invitation;
  if (!(await placeLasts(desk, { unit_id, team_id }, today))) throw badInput('input.code', 'invitationInvalid');
  const account = await knownHere(desk, actor);
  await giveRole(desk, account, actor.accountId, { role, unit_id, team_id }, today, 'input.code');
}

/** Whether an account gives roles in the desk's town today: what it offered while it did counts no longer than that. */
async function stillGivesRoles(desk: Desk, accountId: string, today: string): Promise<boolean> {
  const held = await desk.db
    .selectFrom('assignment')
    .select('role')
    .where('town_id', '=', desk.town)
    .where('global_account_id', '=', accountId)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', today)]))
    .execute();
  return held.some(({ role }) => grantsOf(role)['account:assign'] !== undefined);
}

/** The actor's account as the desk's town knows it; from now on it does. */
async function knownHere(desk: Desk, actor: Actor): Promise<string> {
  const known = await desk.db
    .selectFrom('town_account')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('account_id', '=', actor.accountId)
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  await desk.db
    .insertInto('town_account')
    .values({
      town_id: desk.town,
      id,
      account_id: actor.accountId,
      name: actor.name,
      display_name: actor.displayName,
      home: false,
      person_id: null,
    })
    .execute();
  return id;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
