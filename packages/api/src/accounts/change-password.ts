import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { atDesk, type Desk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { badInput, Refusal } from '../errors.ts';
import { LoginThrottle } from '../signin/login-throttle.ts';
import { hashPassword, verifyPassword } from '../signin/password.ts';
import { signingKeys } from '../signin/signing-keys.ts';
import type { ChangePasswordInput } from './account.type.ts';

/** NIST SP 800-63B asks for length, not for kinds of characters. */
const least = 12;
const most = 128;

/** A change of password that has been checked and only has to be written. */
export interface CheckedPassword {
  right: boolean;
  from: string;
  to: string;
  /** Tells one pair of passwords from another without giving them away; for the idempotency record. */
  fingerprint: string;
}

/**
 * Checks the present password, counted like an attempt to sign in, and hashes the new one: both before a transaction is
 * open, since each takes tens of milliseconds of a core.
 * Errors: BAD_INPUT on input.new where it is too short or long; LIMIT_EXCEEDED on input.current after too many attempts.
 */
export async function checkPasswords(
  orm: Orm,
  actor: Actor,
  input: ChangePasswordInput,
  now: Date,
): Promise<CheckedPassword> {
  if ([...input.new].length < least) throw badInput('input.new', 'weakPassword', { least });
  if ([...input.new].length > most) throw badInput('input.new', 'tooLong', { most });
  const secret = (await signingKeys(orm)).attempts;
  const throttle = new LoginThrottle(orm, secret);
  const attempt = { account: actor.name, address: `signed in as ${actor.accountId}` };
  const seconds = await throttle.count(attempt, now);
  if (seconds > 0)
    throw new Refusal('LIMIT_EXCEEDED', 'tooManyAttempts', { field: 'input.current', values: { seconds } });
  const { password_hash: from } = await atDesk(orm, { role: 'app_signin' }, now, 'read', ({ db }) =>
    db.selectFrom('account').select('password_hash').where('id', '=', actor.accountId).executeTakeFirstOrThrow(),
  );
  const right = await verifyPassword(input.current, from);
  if (right) await throttle.forgive(attempt, now);
  const fingerprint = createHmac('sha256', secret)
    .update(JSON.stringify([input.current, input.new]))
    .digest('hex');
  return { right, from, to: right ? await hashPassword(input.new) : '', fingerprint };
}

/**
 * Gives the viewer's account its checked new password and ends all its sessions.
 * Errors: BAD_INPUT on input.current where it was wrong, or is so by now.
 */
export async function changePassword(desk: Desk, actor: Actor, { right, from, to }: CheckedPassword): Promise<void> {
  if (!right) throw badInput('input.current', 'wrongPassword');
  const changed = await desk.db
    .updateTable('account')
    // The moment of the change, not of the request: a sign-in with the old password in between ends, too.
    .set({ password_hash: to, signed_out_before: sql<Date>`clock_timestamp()` })
    .where('id', '=', actor.accountId)
    .where('password_hash', '=', from)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw badInput('input.current', 'wrongPassword');
}
