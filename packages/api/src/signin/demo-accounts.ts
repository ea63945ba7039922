import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';

/** Notes accounts as invented for the demo, so that the command `token` may act for them. Again changes nothing. */
export async function markDemoAccounts(orm: Orm, accountIds: readonly string[], now: Date): Promise<void> {
  if (accountIds.length === 0) return;
  await atDesk(orm, { role: 'app_signin' }, now, 'write', ({ db }) =>
    db
      .insertInto('demo_account')
      .values(accountIds.map((id) => ({ account_id: id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** The demo account of a name; `real` where an account has that name but was not invented, undefined where none has. */
export async function demoAccount(orm: Orm, name: string, now: Date): Promise<{ id: string } | 'real' | undefined> {
  const account = await atDesk(orm, { role: 'app_signin' }, now, 'read', ({ db }) =>
    db
      .selectFrom('account')
      .leftJoin('demo_account', 'demo_account.account_id', 'account.id')
      .select(['account.id', 'demo_account.account_id as demo'])
      .where('account.name', '=', name)
      .executeTakeFirst(),
  );
  return account && (account.demo === null ? 'real' : { id: account.id });
}
