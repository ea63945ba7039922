import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId } from '../schema/global-id.ts';
import { hashPassword, makePassword } from '../signin/password.ts';
import { lockTree } from '../towns/lock-tree.ts';
import type { AssignRoleInput, TownAccountType } from './account.type.ts';
import { withdrawAllOf } from './open-invitations.ts';
import { type PlacedRole, placeRole } from './role-place.ts';
import { getTownAccount } from './town-accounts.ts';

/**
 * Gives an account that the town knows another role there, from today on.
 * Errors: NOT_FOUND on input.account, unit or team; FORBIDDEN on input.role; BAD_INPUT on unit or team; CONFLICT where it
 * has the role there already.
 */
export async function assignRole(
  desk: Desk,
  actor: Actor,
  input: AssignRoleInput,
  today: string,
): Promise<TownAccountType> {
  await lockTree(desk);
  const placed = await placeRole(desk, actor, 'account:assign', input, today);
  const { accountId, ...account } = await getTownAccount(desk, input.account);
  await giveRole(desk, account.uuid, accountId, placed, today);
  return account;
}

/** Writes an assignment. Errors: CONFLICT on `field` where the account has it there already. */
export async function giveRole(
  desk: Desk,
  townAccount: string,
  accountId: string,
  placed: PlacedRole,
  today: string,
  field = 'input.role',
): Promise<void> {
  const held = await desk.db
    .selectFrom('assignment')
    .select(['role', 'unit_id', 'team_id'])
    .where('town_id', '=', desk.town)
    .where('account_id', '=', townAccount)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', today)]))
    .execute();
  if (
    held.some((each) => each.role === placed.role && each.unit_id === placed.unit_id && each.team_id === placed.team_id)
  ) {
    throw conflict('alreadyAssigned', field);
  }
  await desk.db
    .insertInto('assignment')
    .values({
      town_id: desk.town,
      id: newId(),
      account_id: townAccount,
      global_account_id: accountId,
      ...placed,
      valid_from: today,
      valid_to: null,
    })
    .execute();
}

/**
 * Takes a role away; from today on it is not held.
 * Errors: NOT_FOUND on input.assignment; CONFLICT where it has ended or the town would have no administrator left.
 */
export async function endAssignment(desk: Desk, actor: Actor, id: string, today: string): Promise<TownAccountType> {
  await lockTree(desk);
  if (!reachesTown(actor, 'account:assign', desk.town)) throw notFound('input.assignment');
  const held = await desk.db
    .selectFrom('assignment')
    .select(['id', 'account_id', 'role', 'valid_to'])
    .where('town_id', '=', desk.town)
    .where((or) => or.or([or('id', '=', id), or('valid_to', 'is', null)]))
    .execute();
  const assignment = held.find((each) => each.id === id);
  if (!assignment) throw notFound('input.assignment');
  if (assignment.valid_to !== null) throw conflict('alreadyEnded', 'input.assignment');
  const administrators = held.filter((each) => each.role === 'TOWN_ADMINISTRATOR' && each.valid_to === null);
  if (assignment.role === 'TOWN_ADMINISTRATOR' && administrators.length === 1) {
    throw conflict('lastAdministrator', 'input.assignment');
  }
  await desk.db
    .updateTable('assignment')
    .set({ valid_to: today })
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .execute();
  const { accountId: _, ...account } = await getTownAccount(
    desk,
    globalId('TownAccount', desk.town, assignment.account_id),
  );
  return account;
}

/**
 * Gives an account a new password and ends all its sessions.
 * Errors: NOT_FOUND on input.account; CONFLICT where another town opened it.
 */
export async function resetPassword(
  desk: Desk,
  actor: Actor,
  id: string,
): Promise<{ account: TownAccountType; password: string }> {
  if (!reachesTown(actor, 'account:reset', desk.town)) throw notFound('input.account');
  const { accountId, ...account } = await getTownAccount(desk, id);
  if (!account.home) throw conflict('notHome', 'input.account');
  const password = makePassword();
  const password_hash = await hashPassword(password);
  await desk.db
    .updateTable('account')
    // The moment of the change, not of the request: a sign-in with the old password in between ends, too.
    .set({ password_hash, signed_out_before: sql<Date>`clock_timestamp()` })
    .where('id', '=', accountId)
    .where('home_town_id', '=', desk.town)
    .execute();
  // Whoever had the old password may have handed out codes.
  await withdrawAllOf(desk, accountId);
  return { account, password };
}
