import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { errors } from 'oidc-provider';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { networkOf } from './login-throttle.ts';

/** What an address may have begun within so many milliseconds without bringing it to an end. */
const most = 300;
const within = 10 * 60 * 1000;

/**
 * Counts that a sign-in or a consent is begun from an address, in the table of attempts to sign in, for all processes. Rejects with
 * temporarily_unavailable, and counts nothing, where too many are under way.
 */
export async function countBegun(orm: Orm, secret: string, address: string): Promise<void> {
  const now = new Date();
  await atDesk(orm, { role: 'app_signin' }, now, 'write', async ({ db }) => {
    const over = sql<boolean>`sign_in_attempt.forgotten_at <= ${now}`;
    const { failures } = await db
      .insertInto('sign_in_attempt')
      .values({
        ...{ key_hash: keyOf(secret, address), failures: 1, waits_until: null, trusted: false },
        forgotten_at: new Date(now.getTime() + within),
      })
      .onConflict((conflict) =>
        conflict.column('key_hash').doUpdateSet({
          failures: sql`case when ${over} then 1 else sign_in_attempt.failures + 1 end`,
          forgotten_at: sql`case when ${over} then excluded.forgotten_at else sign_in_attempt.forgotten_at end`,
        }),
      )
      .returning('failures')
      .executeTakeFirstOrThrow();
    if (failures > most) {
      throw new errors.TemporarilyUnavailable(
        'too many sign-ins were begun from this address; try again in ten minutes',
      );
    }
  });
}

/** Takes one of these back, as it was brought to an end. */
export async function forgetBegun(orm: Orm, secret: string, address: string): Promise<void> {
  await atDesk(orm, { role: 'app_signin' }, new Date(), 'write', ({ db }) =>
    db
      .updateTable('sign_in_attempt')
      .set({ failures: sql`greatest(failures - 1, 0)` })
      .where('key_hash', '=', keyOf(secret, address))
      .execute(),
  );
}

function keyOf(secret: string, address: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['begun', networkOf(address)]))
    .digest('base64url');
}
