import type { Actor, HeldOffice } from '../access/actor.ts';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import type { Db } from '../db/tables.ts';
import { dayOf } from '../today.ts';

/** An account with what it holds on the day of `now`, in all towns and above them; undefined without such an account. */
export async function loadActor(orm: Orm, accountId: string, now: Date): Promise<Actor | undefined> {
  const today = dayOf(now);
  return await atDesk(orm, { role: 'app_signin', account: accountId }, now, 'read', async ({ db }) => {
    const account = await db
      .selectFrom('account')
      .select(['id', 'name', 'display_name', 'home_town_id'])
      .where('id', '=', accountId)
      .executeTakeFirst();
    if (!account) return undefined;
    const assignments = await db
      .selectFrom('assignment as a')
      .leftJoin('town_account as t', (join) =>
        join.onRef('t.town_id', '=', 'a.town_id').onRef('t.account_id', '=', 'a.global_account_id'),
      )
      .select(['a.id', 'a.town_id', 'a.role', 'a.unit_id', 'a.team_id', 't.person_id'])
      .where('a.global_account_id', '=', accountId)
      .where('a.valid_from', '<=', today)
      .where((where) => where.or([where('a.valid_to', 'is', null), where('a.valid_to', '>', today)]))
      .orderBy('a.town_id')
      .orderBy('a.id')
      .execute();
    return {
      accountId: account.id,
      name: account.name,
      displayName: account.display_name,
      homeTown: account.home_town_id,
      assignments: assignments.map((held) => ({
        id: held.id,
        townId: held.town_id,
        role: held.role,
        unitId: held.unit_id,
        teamId: held.team_id,
        personId: held.person_id,
      })),
      offices: await heldOffices(db, accountId, today),
    };
  });
}

/** Each office with the towns that belong to its district on a day. */
async function heldOffices(db: Db, accountId: string, today: string): Promise<HeldOffice[]> {
  const rows = await db
    .selectFrom('office')
    .leftJoin('town_version', (join) =>
      join
        .onRef('town_version.district_code', '=', 'office.district_code')
        .on('town_version.valid_from', '<=', today)
        .on((on) => on.or([on('town_version.valid_to', 'is', null), on('town_version.valid_to', '>', today)])),
    )
    .select(['office.id', 'office.district_code', 'town_version.town_id'])
    .where('office.account_id', '=', accountId)
    .where('office.valid_from', '<=', today)
    .where((where) => where.or([where('office.valid_to', 'is', null), where('office.valid_to', '>', today)]))
    .orderBy('office.id')
    .orderBy('town_version.town_id')
    .execute();
  return [...Map.groupBy(rows, (row) => row.id)].map(([id, offices]) => ({
    id,
    districtCode: offices[0]?.district_code ?? null,
    towns: offices.flatMap((office) => office.town_id ?? []),
  }));
}
