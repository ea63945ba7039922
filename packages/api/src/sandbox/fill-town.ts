import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { liveIn } from '../demo/demo-life.ts';
import { registerDemoOrganizations } from '../demo/demo-organizations.ts';
import { coverPujiang } from '../demo/demo-party.ts';
import { begun, growDemoTree } from '../demo/demo-tree.ts';
import { inventedMark } from '../demo/invented.ts';
import { setUpTown } from '../set-up/set-up-town.ts';
import { dayOf } from '../today.ts';
import { standInTree } from '../towns/begin-town.ts';

const units = [
  { name: '幸福村', kind: 'VILLAGE' },
  { name: '和平村', kind: 'VILLAGE' },
  { name: '建设路居委会', kind: 'COMMITTEE' },
  { name: '新民路居委会', kind: 'COMMITTEE' },
] as const;
const blocks = 12;
const households = 60;
/** The day on which its villages and committees begin. */
const founded = '2023-01-01';

/** Fills the desk's town of the sandbox, which is empty: units, teams, households with visits and requests, organisations and what covers them. */
export async function fillTown(desk: Desk): Promise<void> {
  const code = String(desk.town);
  await setUpTown(desk, dayOf(desk.now));
  const stood = units.map((unit, index) => ({
    ...unit,
    ...{ id: newId(), code: `${code}00${index + 1}`, valid_from: founded },
  }));
  await standInTree(desk, stood);
  await openAdministrator(desk, code, `试用管理员${inventedMark}`);
  await growDemoTree(desk, { code, blocks, teams: blocks, buildings: 0 });
  desk.forget();
  await liveIn(desk, households, begun);
  const [, , home] = stood;
  if (!home) throw new Error('The sandbox has no committee');
  desk.forget();
  await coverPujiang(desk, home.id, await registerDemoOrganizations(desk, home.id));
}

/** The account in whose name its data are recorded and applications let in. Nobody signs in with it, and it is the same one ever again. */
async function openAdministrator(desk: Desk, code: string, displayName: string): Promise<void> {
  const [name, id] = [`admin-${code}`, newId()];
  const first = await desk.db
    .selectFrom('account')
    .select('id')
    .where('home_town_id', '=', desk.town)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const account = first?.id ?? newId();
  if (!first) {
    await desk.db
      .insertInto('account')
      .values({
        ...{ id: account, name, display_name: displayName, home_town_id: desk.town },
        // No password has such a hash.
        ...{ password_hash: '', signed_out_before: desk.now },
      })
      .execute();
  }
  await desk.db
    .insertInto('town_account')
    .values({
      town_id: desk.town,
      id,
      account_id: account,
      name,
      display_name: displayName,
      home: true,
      person_id: null,
    })
    .execute();
  await desk.db
    .insertInto('assignment')
    .values({
      ...{ town_id: desk.town, id: newId(), account_id: id, global_account_id: account, role: 'TOWN_ADMINISTRATOR' },
      ...{ unit_id: null, team_id: null, valid_from: dayOf(desk.now), valid_to: null },
    })
    .execute();
}
