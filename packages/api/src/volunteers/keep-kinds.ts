import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { freeName } from '../handling/listed.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import type { VolunteerActivityKindType } from './activity.type.ts';
import { beginPoints, changePoints, requirePoints } from './dated-points.ts';
import { activityKindsOf, getActivityKind } from './kind-rows.ts';

/** How many kinds a town has at most, with those that are ended. */
const most = 50;

/** Puts a kind of activity on the list of the desk's town. Errors: BAD_INPUT or CONFLICT on input.name; BAD_INPUT on input.points or input.from. */
export async function addActivityKind(
  desk: Desk,
  input: { name: string; points: number; from?: string | null },
): Promise<VolunteerActivityKindType> {
  await lockSettings(desk);
  const kinds = await desk.load(activityKindsOf, desk.town);
  if (kinds.length >= most) throw badInput('input.name', 'tooMany', { most });
  const [name, uuid] = [freeName(kinds, input.name), newId()];
  const points = requirePoints('volunteer_activity_rate', input.points);
  await desk.db
    .insertInto('volunteer_activity_kind')
    .values({ town_id: desk.town, id: uuid, name, position: kinds.length + 1, ended_on: null })
    .execute();
  const rate = await beginPoints(desk, 'volunteer_activity_rate', uuid, { points, from: input.from });
  const id = globalId('VolunteerActivityKind', desk.town, uuid);
  return { id, townId: desk.town, uuid, name, rates: [rate], endedOn: null };
}

/** Says what activities of a kind earn from a day on. Errors: those of getActivityKind; BAD_INPUT on input.points or input.from. */
export async function setActivityRate(
  desk: Desk,
  input: { activityKind: string; points: number; from?: string | null },
): Promise<VolunteerActivityKindType> {
  await lockSettings(desk);
  const kind = await getActivityKind(desk, input.activityKind);
  return { ...kind, rates: await changePoints(desk, 'volunteer_activity_rate', kind.uuid, kind.rates, input) };
}

/** Ends a kind from today on; what was planned of it stays. Errors: those of getActivityKind. */
export async function endActivityKind(desk: Desk, input: { activityKind: string }): Promise<VolunteerActivityKindType> {
  await lockSettings(desk);
  const kind = await getActivityKind(desk, input.activityKind);
  const today = dayOf(desk.now);
  await desk.db
    .updateTable('volunteer_activity_kind')
    .set({ ended_on: today })
    .where('town_id', '=', desk.town)
    .where('id', '=', kind.uuid)
    .execute();
  return { ...kind, endedOn: today };
}
