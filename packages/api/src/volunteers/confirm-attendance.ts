import type { Actor } from '../access/actor.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict } from '../errors.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import type { VolunteerSignUpType } from './activity.type.ts';
import { bookPoints, type PointsBooked } from './book.ts';
import { activityKind } from './kind-rows.ts';
import { requireRate } from './plan-activity.ts';
import { namedSignUps, setState } from './sign-up.ts';
import { holdVolunteers } from './volunteer-rows.ts';

/** What an input names. */
interface Named {
  activity: string;
  signUps: string[];
}

/**
 * Confirms that volunteers came to an activity, of all of them or of none: each earns what its kind earns on its day, once. Returns its id in the
 * town.
 * Errors: those of namedSignUps; CONFLICT on input.activity that lies ahead, or on input.signUps.N of whom it is confirmed already, who do not come, or
 * as whom the actor acts.
 */
export async function confirmAttendance(desk: Desk, actor: Actor, input: Named): Promise<string> {
  const { activity, signUps } = await namedSignUps(desk, actor, input);
  const { uuid, heldOn, kindUuid } = activity;
  if (heldOn > dayOf(desk.now)) throw conflict('activityAhead', 'input.activity', { date: heldOn });
  const volunteers = await holdVolunteers(desk, volunteersOf(signUps));
  const own = actor.assignments.flatMap((held) => (held.townId === desk.town ? (held.personId ?? []) : []));
  for (const [index, { state, volunteerUuid }] of signUps.entries()) {
    const field = `input.signUps.${index}`;
    if (state === 'CONFIRMED') throw conflict('signUpConfirmed', field);
    if (state === 'WITHDRAWN') throw conflict('signUpWithdrawn', field);
    if (own.includes(volunteers.get(volunteerUuid)?.personUuid ?? '')) throw conflict('ownAttendance', field);
  }
  const kind = await activityKind(desk, { townId: desk.town, uuid: kindUuid });
  const points = requireRate(kind, heldOn, 'input.activity');
  await setState(desk, signUps, 'CONFIRMED', points);
  await bookPoints(
    desk,
    actor,
    signUps.map(({ uuid: sign_up_id, volunteerUuid }) => ({
      ...{ id: newId(), volunteer_id: volunteerUuid, from_account: 'ISSUED', to_account: 'VOLUNTEER', points },
      ...{ sign_up_id, redemption_id: null, reverses_id: null, reason: null },
    })),
  );
  return uuid;
}

/**
 * Takes back that volunteers came, with the points for it, of all of them or of none. Returns the activity's id in the town.
 * Errors: those of namedSignUps; CONFLICT on input.signUps.N of whom it is not confirmed, or who has spent the points; BAD_INPUT on input.reason.
 */
export async function undoAttendance(desk: Desk, actor: Actor, input: Named & { reason: string }): Promise<string> {
  const { activity, signUps } = await namedSignUps(desk, actor, input);
  const reason = oneLine(input.reason, 'input.reason', 200);
  const volunteers = await holdVolunteers(desk, volunteersOf(signUps));
  const earnings = await earningsOf(desk, signUps);
  const entries = signUps.map(({ uuid, volunteerUuid, points }, index): PointsBooked => {
    const field = `input.signUps.${index}`;
    const reverses_id = earnings.get(uuid);
    if (points === null || reverses_id === undefined) throw conflict('signUpNotConfirmed', field);
    const balance = volunteers.get(volunteerUuid)?.balance ?? 0;
    if (balance < points) throw conflict('pointsSpent', field, { points, spent: points - balance });
    return {
      ...{ id: newId(), volunteer_id: volunteerUuid, from_account: 'VOLUNTEER', to_account: 'ISSUED', points },
      ...{ sign_up_id: uuid, redemption_id: null, reverses_id, reason },
    };
  });
  await setState(desk, signUps, 'SIGNED_UP', null);
  await bookPoints(desk, actor, entries);
  return activity.uuid;
}

const volunteersOf = (signUps: readonly VolunteerSignUpType[]) => signUps.map(({ volunteerUuid }) => volunteerUuid);

/** The entries that stand for those who signed up, by the latter's ids. One statement. */
async function earningsOf(desk: Desk, signUps: readonly VolunteerSignUpType[]): Promise<Map<string | null, string>> {
  const rows = await desk.db
    .selectFrom('point_entry as e')
    .leftJoin('point_entry as back', (join) =>
      join.onRef('back.town_id', '=', 'e.town_id').onRef('back.reverses_id', '=', 'e.id'),
    )
    .select(['e.id', 'e.sign_up_id'])
    .where('e.town_id', '=', desk.town)
    .where('e.sign_up_id', '=', anyOf(signUps.map(({ uuid }) => uuid)))
    .where('e.reverses_id', 'is', null)
    .where('back.id', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.sign_up_id, row.id]));
}
