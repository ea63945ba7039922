import { openTownAccount } from '../accounts/open-account.ts';
import { atDesk } from '../db/door.ts';
import { dayOf } from '../today.ts';
import { CommandError, onRunningPlatform } from './running-platform.ts';

// npm run administrator -- TOWN NAME: opens an administrator of a town whose own can sign in no more. Whoever runs the
// server can do this, not whoever operates the platform; the town sees the account among its accounts.
await onRunningPlatform(async (orm) => {
  const [code, name, ...rest] = process.argv.slice(2);
  if (!code || !name || rest.length > 0) {
    throw new CommandError('Say the town and how it is to be called: npm run administrator -- 310112114 NAME');
  }
  const now = new Date();
  const towns = await atDesk(orm, { role: 'app_signin' }, now, 'read', ({ db }) =>
    db.selectFrom('town').select(['id']).where('code', '=', code).where('set_up_on', 'is not', null).execute(),
  );
  const [town] = towns;
  if (!town) throw new CommandError(`No town ${code} is set up.`);
  const { account, password } = await atDesk(orm, { role: 'app_town', town: town.id }, now, 'write', (desk) =>
    openTownAccount(
      desk,
      { town: code, name, displayName: name },
      { role: 'TOWN_ADMINISTRATOR', unit_id: null, team_id: null },
      dayOf(now),
    ),
  );
  console.log(`Account ${account.name} administers the town. Its one-time password, shown only now:\n${password}`);
});
