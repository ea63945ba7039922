import { sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { type Connection, type PageArgs, pageOf } from '../schema/connection.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { dayOf } from '../today.ts';
import { unitsUnder } from '../units/standing-under.ts';
import type { InspectionPlaceFilter } from './place.input.ts';
import type { InspectionPlaceType } from './place.type.ts';
import { placeNear, placeOf, selectPlaces, thereIn } from './place-rows.ts';

/**
 * A page of the places of the desk's town for which all holds that a filter asks, by name. A town has some hundreds, so that a page is
 * cut from all of them. Errors: NOT_FOUND on filter.unit; BAD_INPUT on filter.uncheckedIn, first, last, after or before.
 */
export async function listPlaces(
  desk: Desk,
  { filter, ...args }: PageArgs & { filter?: InspectionPlaceFilter | null },
): Promise<Connection<InspectionPlaceType>> {
  const today = dayOf(desk.now);
  const { unit, kind, uncheckedIn: period } = filter ?? {};
  const closed = filter?.closed ?? (period == null ? false : null);
  const conditions = [sql<boolean>`p.town_id = ${desk.town}`];
  if (unit != null) conditions.push(sql`p.unit_id = ${anyOf(await unitsUnder(desk, unit, 'filter.unit'))}`);
  if (kind != null) conditions.push(sql`p.kind = ${kind}`);
  if (closed !== null) conditions.push(sql`coalesce(life.valid_to <= ${today}, false) = ${closed}`);
  if (period != null) {
    requirePeriod(period, 'filter.uncheckedIn');
    conditions.push(sql`${thereIn(period)} and not exists (select from inspection_check c where c.town_id = p.town_id
      and c.place_id = p.id and not c.withdrawn and c.inspected_on between ${period.first} and ${period.last})`);
  }
  const rows = await selectPlaces(desk)
    .where(sql<boolean>`${sql.join(conditions, sql` and `)}`)
    .execute();
  const named = await Promise.all(
    rows.map(placeOf).map(async (place) => ({ place, name: (await placeNear(desk, place, today)).name })),
  );
  named.sort((a, b) => byPinyin(a.name, b.name) || a.place.uuid.localeCompare(b.place.uuid));
  return pageOf(
    named.map(({ place }) => place),
    args,
    ({ uuid }) => uuid,
  );
}
