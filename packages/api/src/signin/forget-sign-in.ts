import type { Desk } from '../db/door.ts';

/** Deletes what the OpenID provider kept and has expired, and attempts to sign in that count no longer. */
export async function forgetSignIn({ db, now }: Desk): Promise<void> {
  await db.deleteFrom('oidc_record').where('expires_at', '<=', now).execute();
  await db.deleteFrom('sign_in_attempt').where('forgotten_at', '<=', now).execute();
}
