import type { Actor } from '../access/actor.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { overlapOf } from '../db/versions.ts';
import { recordEvents } from '../households/household-events.ts';
import { membersOf } from '../residents/resident-rows.ts';
import { categoriesOfTowns } from './find-category.ts';
import { categoriesOfHouseholds } from './household-categories.ts';
import { columnsOf } from './sealed-content.ts';

/** That members have gone from one household into another, from a day on. */
export interface Moved {
  left: string;
  into: string;
  day: string;
}

/**
 * Puts a household into the categories in which the one that members have left was because of them, for as long as it
 * would have been. What a household is in as a whole stays with it.
 */
export async function followMembers(desk: Desk, actor: Actor, { left, into, day }: Moved): Promise<void> {
  desk.forget();
  const townId = desk.town;
  const [held, present, members, categories] = await Promise.all([
    desk.load(categoriesOfHouseholds, { townId, uuid: left }),
    desk.load(categoriesOfHouseholds, { townId, uuid: into }),
    desk.load(membersOf, { townId, uuid: into }),
    desk.load(categoriesOfTowns, townId),
  ]);
  const came = new Set(members.filter((member) => member.from === day).map((member) => member.resident));
  const because = held.filter(({ residentUuid }) => residentUuid !== null && came.has(residentUuid));
  const ends = await endsOf(
    desk,
    because.map(({ uuid }) => uuid),
  );
  const rows = because.flatMap(({ uuid, residentUuid, categoryUuid, why, validFrom, validTo }) => {
    const period = { from: validFrom > day ? validFrom : day, to: ends.get(uuid) ?? null };
    // What ended before they went, with an earlier stay or by itself, does not go with them.
    const lasts = (validFrom >= day || validTo === day) && (period.to === null || period.to > period.from);
    const there = present.some(
      (each) =>
        each.categoryUuid === categoryUuid &&
        each.residentUuid === residentUuid &&
        overlapOf({ from: each.validFrom, to: each.validTo }, period),
    );
    const sensitive = categories.find((each) => each.uuid === categoryUuid)?.sensitive;
    if (!lasts || there || sensitive === undefined) return [];
    const row = { town_id: townId, id: newId(), household_id: into };
    return {
      ...row,
      resident_id: residentUuid,
      ...columnsOf(desk, { categoryUuid, why }, row, sensitive),
      ...{ valid_from: period.from, valid_to: period.to, recorded_at: desk.now, recorded_by: actor.accountId },
      ...{ ended_at: null, ended_by: null, begun_visit_id: null, ended_visit_id: null },
    };
  });
  if (rows.length === 0) return;
  await desk.db.insertInto('household_category').values(rows).execute();
  await recordEvents(
    desk,
    actor,
    rows.map(({ id: householdCategory, valid_from: day }) => ({
      ...{ household: into, kind: 'CATEGORIZED' as const, day, householdCategory, other: left },
    })),
  );
}

/** The ends that were set of periods, however long members stayed. One statement. */
async function endsOf(desk: Desk, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await desk.db
    .selectFrom('household_category')
    .select(['id', 'valid_to'])
    .where('town_id', '=', desk.town)
    .where('id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row.valid_to]));
}
