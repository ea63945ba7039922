import type { TownKey } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import type { VolunteerActivityKindType } from './activity.type.ts';
import { pointsOf } from './dated-points.ts';

/** Batch of the kinds of activity of towns, in the towns' order, with those that are ended. Two statements. */
export async function activityKindsOf(desk: Desk, towns: readonly number[]): Promise<VolunteerActivityKindType[][]> {
  const rows = await desk.db
    .selectFrom('volunteer_activity_kind')
    .select(['town_id', 'id', 'name', 'ended_on'])
    .where('town_id', 'in', [...towns])
    .orderBy('position')
    .orderBy('id')
    .execute();
  const rates = await pointsOf(desk, 'volunteer_activity_rate', towns);
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((townId) =>
    (byTown.get(townId) ?? []).map(({ id: uuid, name, ended_on: endedOn }) => {
      const id = globalId('VolunteerActivityKind', townId, uuid);
      return { id, townId, uuid, name, rates: rates.get(`${townId} ${uuid}`) ?? [], endedOn };
    }),
  );
}

/** A kind by its id in a town. Throws where there is none: a mistake in the code. */
export async function activityKind(desk: Desk, { townId, uuid }: TownKey): Promise<VolunteerActivityKindType> {
  const kind = (await desk.load(activityKindsOf, townId)).find((each) => each.uuid === uuid);
  if (!kind) throw new Error(`No kind of activity ${uuid}`);
  return kind;
}

/**
 * The kind of the desk's town that an input names, in use.
 * Errors: NOT_FOUND on input.activityKind; CONFLICT there where it is ended.
 */
export async function getActivityKind(desk: Desk, id: string): Promise<VolunteerActivityKindType> {
  const uuid = requireIdIn(desk.town, id, 'VolunteerActivityKind', 'input.activityKind');
  const kind = (await desk.load(activityKindsOf, desk.town)).find((each) => each.uuid === uuid);
  if (!kind) throw notFound('input.activityKind');
  if (kind.endedOn !== null) throw conflict('endedOn', 'input.activityKind', { date: kind.endedOn });
  return kind;
}
