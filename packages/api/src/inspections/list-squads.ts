import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { type Connection, type PageArgs, pageOf } from '../schema/connection.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { dayOf } from '../today.ts';
import type { InspectionSquadType } from './squad.type.ts';
import { selectSquads, squadNear, squadOf } from './squad-rows.ts';

/**
 * A page of the squads of the desk's town, by name: those that are disbanded today, or those that are not. A town has some tens, so
 * that a page is cut from all of them. Errors: BAD_INPUT on first, last, after or before.
 */
export async function listSquads(
  desk: Desk,
  { disbanded, ...args }: PageArgs & { disbanded: boolean },
): Promise<Connection<InspectionSquadType>> {
  const today = dayOf(desk.now);
  const rows = await selectSquads(desk)
    .where('s.town_id', '=', desk.town)
    .where(sql<boolean>`coalesce(life.valid_to <= ${today}, false) = ${disbanded}`)
    .execute();
  const named = await Promise.all(
    rows.map(squadOf).map(async (squad) => ({ squad, name: (await squadNear(desk, squad, today)).name })),
  );
  named.sort((a, b) => byPinyin(a.name, b.name) || a.squad.uuid.localeCompare(b.squad.uuid));
  return pageOf(
    named.map(({ squad }) => squad),
    args,
    ({ uuid }) => uuid,
  );
}
