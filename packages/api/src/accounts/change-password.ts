import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { hashPassword, verifyPassword } from '../signin/password.ts';
import type { ChangePasswordInput } from './account.type.ts';

/** NIST SP 800-63B asks for length, not for kinds of characters. */
const least = 12;
const most = 128;

/**
 * Gives the viewer's account a new password and ends all its sessions.
 * Errors: BAD_INPUT on input.current where it is wrong, on input.new where it is too short or long.
 */
export async function changePassword(desk: Desk, actor: Actor, input: ChangePasswordInput): Promise<void> {
  if ([...input.new].length < least) throw badInput('input.new', 'weakPassword', { least });
  if ([...input.new].length > most) throw badInput('input.new', 'tooLong', { most });
  const { password_hash } = await desk.db
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', actor.accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (!(await verifyPassword(input.current, password_hash))) throw badInput('input.current', 'wrongPassword');
  // The moment after the row was locked: a sign-in with the old password that came before it ends, too.
  await desk.db
    .updateTable('account')
    .set({ password_hash: await hashPassword(input.new), signed_out_before: sql<Date>`clock_timestamp()` })
    .where('id', '=', actor.accountId)
    .execute();
}
