import type { FindAccount } from 'oidc-provider';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { tokenHolder } from './token-holder.ts';

/**
 * How the provider finds an account and what it tells about it: `preferred_username` is the account's name, `name` what
 * people call its holder. There is no account for a session or code that began before the account was last signed out
 * everywhere, which a new password does.
 */
export function findAccount(orm: Orm): FindAccount {
  return async (ctx, id, token) => {
    const signedIn = token && 'authTime' in token ? token.authTime : ctx.oidc.session?.loginTs;
    const account = await atDesk(orm, { role: 'app_signin' }, new Date(), 'read', async (desk) => {
      if (token && 'jti' in token && token.kind === 'AccessToken') {
        if ((await tokenHolder(desk, token.jti))?.accountId !== id) return;
      }
      let found = desk.db.selectFrom('account').select(['id', 'name', 'display_name']).where('id', '=', id);
      if (signedIn !== undefined) {
        found = found.where('signed_out_before', '<=', new Date(Math.round(signedIn * 1000)));
      }
      return await found.executeTakeFirst();
    });
    if (!account) return undefined;
    return {
      accountId: account.id,
      claims: () => ({ sub: account.id, name: account.display_name, preferred_username: account.name }),
    };
  };
}
