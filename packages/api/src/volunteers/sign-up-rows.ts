import type { Actor } from '../access/actor.ts';
import { anyOf, idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { VolunteerActivityType, VolunteerSignUpType } from './activity.type.ts';
import { reachesVolunteers, seesVolunteer } from './volunteer-reach.ts';
import { volunteersById } from './volunteer-rows.ts';

/** Batch of those who signed up for activities, the first one first, those who do not come among them. One statement. */
export async function signUpsOf(desk: Desk, keys: readonly TownKey[]): Promise<VolunteerSignUpType[][]> {
  const rows = await desk.db
    .selectFrom('volunteer_sign_up as s')
    .innerJoin('volunteer as v', (join) =>
      join.onRef('v.town_id', '=', 's.town_id').onRef('v.id', '=', 's.volunteer_id'),
    )
    .innerJoin('person as p', (join) => join.onRef('p.town_id', '=', 'v.town_id').onRef('p.id', '=', 'v.person_id'))
    .select(['s.town_id', 's.id', 's.activity_id', 's.volunteer_id', 's.state', 's.points', 'p.name'])
    .where('s.town_id', 'in', townsOf(keys))
    .where('s.activity_id', '=', anyOf(idsOf(keys)))
    .orderBy('s.id')
    .execute();
  return parted(keys, rows, 'activity_id', (row) => ({
    id: globalId('VolunteerSignUp', row.town_id, row.id),
    ...{ townId: row.town_id, uuid: row.id, activityUuid: row.activity_id, volunteerUuid: row.volunteer_id },
    ...{ name: row.name, state: row.state, points: row.points },
  }));
}

/** Those who signed up for an activity whom somebody sees: all where they see volunteers where it is held, else the volunteers whom they see. */
export async function visibleSignUps(
  desk: Desk,
  actor: Actor,
  activity: VolunteerActivityType,
): Promise<VolunteerSignUpType[]> {
  const signUps = await desk.load(signUpsOf, { townId: activity.townId, uuid: activity.uuid });
  if (await reachesVolunteers(desk, actor, 'volunteer:read', activity)) return signUps;
  const seen = await Promise.all(
    signUps.map(async ({ townId, volunteerUuid: uuid }) => {
      const volunteer = await desk.load(volunteersById, { townId, uuid });
      return volunteer !== undefined && seesVolunteer(desk, actor, volunteer);
    }),
  );
  return signUps.filter((_, index) => seen[index]);
}
