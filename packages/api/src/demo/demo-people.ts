import type { TownRole } from '../accounts/role-place.ts';
import { atDesk, type Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { Orm } from '../db/orm.ts';
import { markDemoAccounts } from '../signin/demo-accounts.ts';
import { hashPassword } from '../signin/password.ts';
import { dayOf } from '../today.ts';
import { sandboxDistrict } from '../towns/sandbox.ts';
import { inventedMark } from './invented.ts';

/** The password of every demo account. The demo is never made on a database of one's own unless asked for. */
export const demoPassword = 'lianxin-demo-2026';

/** An account of the demo, by its name. */
export interface DemoAccount {
  name: string;
  displayName: string;
  role: TownRole;
  unit_id: string | null;
  team_id: string | null;
  person_id: string | null;
}

/** Opens accounts in the desk's town, all with the demo's password. Returns their ids. */
export async function openDemoAccounts(
  desk: Desk,
  passwordHash: string,
  accounts: readonly DemoAccount[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, displayName, role, unit_id, team_id, person_id } of accounts) {
    const accountId = newId();
    const id = newId();
    const shown = { name, display_name: `${displayName}${inventedMark}` };
    await desk.db
      .insertInto('account')
      .values({
        id: accountId,
        ...shown,
        password_hash: passwordHash,
        signed_out_before: desk.now,
        home_town_id: desk.town,
      })
      .execute();
    await desk.db
      .insertInto('town_account')
      .values({ town_id: desk.town, id, account_id: accountId, ...shown, home: true, person_id })
      .execute();
    await desk.db
      .insertInto('assignment')
      .values({
        town_id: desk.town,
        id: newId(),
        account_id: id,
        global_account_id: accountId,
        role,
        unit_id,
        team_id,
        valid_from: dayOf(desk.now),
        valid_to: null,
      })
      .execute();
    ids.push(accountId);
  }
  return ids;
}

/** Opens the operator, a developer without any office, and an office for each district, if they are not there yet. */
export async function openDemoOffices(orm: Orm, passwordHash: string, now: Date): Promise<void> {
  const ids = await atDesk(orm, { role: 'app_signin' }, now, 'write', async ({ db }) => {
    const districts = await db
      .selectFrom('district')
      .select(['code', 'name'])
      .where('code', '<>', sandboxDistrict.code)
      .orderBy('code')
      .execute();
    const offices = [
      { name: 'operator', display: '平台运营', district: null },
      { name: 'developer', display: '应用开发者', district: undefined },
      ...districts.map(({ code, name }) => ({ name: `district-${code}`, display: `${name}区级`, district: code })),
    ];
    const opened: string[] = [];
    for (const { name, display, district } of offices) {
      const id = newId();
      const made = await db
        .insertInto('account')
        .values({
          id,
          name,
          display_name: `${display}${inventedMark}`,
          password_hash: passwordHash,
          signed_out_before: now,
          home_town_id: null,
        })
        .onConflict((taken) => taken.column('name').doNothing())
        .executeTakeFirst();
      if (made.numInsertedOrUpdatedRows !== 1n) continue;
      opened.push(id);
      if (district === undefined) continue;
      await db
        .insertInto('office')
        .values({ id: newId(), account_id: id, district_code: district, valid_from: dayOf(now), valid_to: null })
        .execute();
    }
    return opened;
  });
  await markDemoAccounts(orm, ids, now);
}

/** The hash of the demo's password. */
export function demoPasswordHash(): Promise<string> {
  return hashPassword(demoPassword);
}
