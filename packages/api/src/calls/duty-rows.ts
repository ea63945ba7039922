import { townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import { beginningOf, dayAfter } from '../today.ts';
import type { HotlineDutyType, HotlineRosterType, HotlineType } from './hotline.type.ts';
import { clashesOf, gapsIn } from './roster.ts';

/** All duties of a town that reach into a span; moments as they are written in JSON. */
export interface DutyKey {
  townId: number;
  from: string;
  to: string;
}

/** Batch of the duties of towns that reach into spans, by when they begin; those taken back left out. One statement. */
export async function dutiesWithin(desk: Desk, keys: readonly DutyKey[]): Promise<HotlineDutyType[][]> {
  const rows = await desk.db
    .selectFrom('hotline_duty')
    .select(['town_id', 'id', 'hotline_id', 'person_id', 'telephone', 'begins_at', 'ends_at'])
    .where('town_id', 'in', townsOf(keys))
    .where('begins_at', '<', new Date(Math.max(...keys.map(({ to }) => Date.parse(to)))))
    .where('ends_at', '>', new Date(Math.min(...keys.map(({ from }) => Date.parse(from)))))
    .where('cancelled_at', 'is', null)
    .orderBy('begins_at')
    .orderBy('id')
    .execute();
  return keys.map(({ townId, from, to }) =>
    rows
      .filter((row) => row.town_id === townId && row.begins_at < new Date(to) && row.ends_at > new Date(from))
      .map((row) => ({
        townId,
        uuid: row.id,
        id: globalId('HotlineDuty', townId, row.id),
        hotlineUuid: row.hotline_id,
        personUuid: row.person_id,
        telephone: row.telephone,
        from: row.begins_at,
        to: row.ends_at,
      })),
  );
}

/** Who is on duty at a hotline at a moment. */
export async function onDutyAt(desk: Desk, { townId, uuid }: HotlineType, at: Date): Promise<HotlineDutyType[]> {
  const key = { townId, from: at.toISOString(), to: new Date(at.getTime() + 1).toISOString() };
  return (await desk.load(dutiesWithin, key)).filter((duty) => duty.hotlineUuid === uuid);
}

/** The roster of a hotline from a day to another, both included, with what is wrong with it. */
export async function rosterOf(
  desk: Desk,
  hotline: HotlineType,
  { first, last }: { first: string; last: string },
): Promise<HotlineRosterType> {
  const [from, to] = [beginningOf(first), beginningOf(dayAfter(last))];
  const all = await desk.load(dutiesWithin, {
    ...{ townId: hotline.townId, from: from.toISOString(), to: to.toISOString() },
  });
  const duties = all.filter((duty) => duty.hotlineUuid === hotline.uuid);
  const life = {
    from: hotline.validFrom > first ? beginningOf(hotline.validFrom) : from,
    to: hotline.validTo !== null && hotline.validTo <= last ? beginningOf(hotline.validTo) : to,
  };
  return { duties, gaps: gapsIn(life, hotline, duties), doubleBookings: clashesOf(all, hotline.uuid) };
}
