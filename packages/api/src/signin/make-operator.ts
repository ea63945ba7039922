import { atDesk, type Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { Orm } from '../db/orm.ts';
import { badInput, conflict } from '../errors.ts';
import { dayOf } from '../today.ts';
import { hashPassword, makePassword } from './password.ts';

/** An account that was opened, with its one-time password, which is kept nowhere. */
interface Opened {
  accountId: string;
  password: string;
}

/**
 * Opens an account with the office of platform operator, from today on. Errors: BAD_INPUT on `name`, CONFLICT where another
 * account has the name.
 */
export function makeOperator(orm: Orm, name: string, now: Date): Promise<Opened> {
  return openAccount(orm, name, now, async (desk, accountId) => {
    await desk.db
      .insertInto('office')
      .values({ id: newId(), account_id: accountId, district_code: null, valid_from: dayOf(now), valid_to: null })
      .execute();
  });
}

/** Opens an account without any office or role: a developer’s, who registers applications. Errors: as `makeOperator`. */
export function makeDeveloper(orm: Orm, name: string, now: Date): Promise<Opened> {
  return openAccount(orm, name, now, async () => {});
}

async function openAccount(
  orm: Orm,
  name: string,
  now: Date,
  give: (desk: Desk, accountId: string) => Promise<void>,
): Promise<Opened> {
  if (!/^[a-z][a-z0-9.-]{1,31}$/.test(name)) throw badInput('name', 'accountName');
  const accountId = newId();
  const password = makePassword();
  const passwordHash = await hashPassword(password);
  await atDesk(orm, { role: 'app_signin' }, now, 'write', async (desk) => {
    const account = { id: accountId, name, display_name: name, password_hash: passwordHash, signed_out_before: now };
    const made = await desk.db
      .insertInto('account')
      .values({ ...account, home_town_id: null })
      .onConflict((conflicting) => conflicting.column('name').doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) throw conflict('nameTaken', 'name');
    await give(desk, accountId);
  });
  return { accountId, password };
}
