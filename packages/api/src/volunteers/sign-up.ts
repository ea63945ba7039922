import type { Actor } from '../access/actor.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import type { VolunteerActivityType, VolunteerSignUpType } from './activity.type.ts';
import { holdActivity, holdAnyActivity, requireNotCalledOff } from './plan-activity.ts';
import { signUpsOf } from './sign-up-rows.ts';
import { volunteerToKeep } from './volunteer-reach.ts';
import type { SignUpState } from './volunteer-states.ts';

/** How many an input names at once at the most, and how many sign up for an activity. */
const [mostNamed, mostSignUps] = [200, 500];

/**
 * Signs volunteers up for an activity, of all of them or of none, wherever it is held; who signed up already stays so. Returns the activity's id
 * in the town.
 * Errors: those of holdAnyActivity; CONFLICT on input.activity that was called off; BAD_INPUT on input.volunteers; BAD_INPUT, NOT_FOUND or CONFLICT
 * on input.volunteers.N.
 */
export async function signUp(
  desk: Desk,
  actor: Actor,
  input: { activity: string; volunteers: string[] },
): Promise<string> {
  const activity = await holdAnyActivity(desk, input.activity);
  requireNotCalledOff(activity);
  requireCount(input.volunteers, 'input.volunteers');
  const volunteers = await Promise.all(
    input.volunteers.map((id, index) => volunteerToKeep(desk, actor, id, `input.volunteers.${index}`)),
  );
  for (const [index, { uuid, endedOn }] of volunteers.entries()) {
    const field = `input.volunteers.${index}`;
    if (volunteers.findIndex((each) => each.uuid === uuid) < index) throw badInput(field, 'listedTwice');
    if (endedOn !== null && endedOn <= activity.heldOn) throw conflict('volunteerEnded', field, { date: endedOn });
  }
  const known = await desk.load(signUpsOf, { townId: desk.town, uuid: activity.uuid });
  const anew = volunteers.filter(({ uuid }) => !known.some(({ volunteerUuid }) => volunteerUuid === uuid));
  if (known.length + anew.length > mostSignUps) throw conflict('activityFull', 'input.activity', { most: mostSignUps });
  const back = known.filter(
    ({ state, volunteerUuid }) => state === 'WITHDRAWN' && volunteers.some(({ uuid }) => uuid === volunteerUuid),
  );
  if (back.length > 0) await setState(desk, back, 'SIGNED_UP', null);
  if (anew.length > 0) {
    const rows = anew.map(({ uuid }) => ({
      ...{ town_id: desk.town, id: newId(), activity_id: activity.uuid, volunteer_id: uuid },
      ...{ state: 'SIGNED_UP' as const, points: null, recorded_at: desk.now, recorded_by: actor.accountId },
    }));
    await desk.db.insertInto('volunteer_sign_up').values(rows).execute();
  }
  return activity.uuid;
}

/**
 * Puts down that volunteers do not come. Returns the activity's id in the town.
 * Errors: those of namedSignUps; CONFLICT on input.signUps.N of whom it is confirmed that they came.
 */
export async function withdrawSignUps(
  desk: Desk,
  actor: Actor,
  input: { activity: string; signUps: string[] },
): Promise<string> {
  const { activity, signUps } = await namedSignUps(desk, actor, input);
  for (const [index, { state }] of signUps.entries()) {
    if (state === 'CONFIRMED') throw conflict('signUpConfirmed', `input.signUps.${index}`);
  }
  await setState(desk, signUps, 'WITHDRAWN', null);
  return activity.uuid;
}

/**
 * The activity that an input names, and those who signed up for it, in its order, held until this change is done.
 * Errors: those of holdActivity; BAD_INPUT on input.signUps for none or more than 200, or on the field of one that is listed twice; NOT_FOUND there
 * for one of another activity.
 */
export async function namedSignUps(
  desk: Desk,
  actor: Actor,
  input: { activity: string; signUps: string[] },
): Promise<{ activity: VolunteerActivityType; signUps: VolunteerSignUpType[] }> {
  const activity = await holdActivity(desk, actor, input.activity);
  requireCount(input.signUps, 'input.signUps');
  const all = await desk.load(signUpsOf, { townId: desk.town, uuid: activity.uuid });
  const uuids = input.signUps.map((id, index) =>
    requireIdIn(desk.town, id, 'VolunteerSignUp', `input.signUps.${index}`),
  );
  const signUps = uuids.map((uuid, index) => {
    const field = `input.signUps.${index}`;
    if (uuids.indexOf(uuid) < index) throw badInput(field, 'listedTwice');
    const found = all.find((each) => each.uuid === uuid);
    if (!found) throw notFound(field);
    return found;
  });
  return { activity, signUps };
}

/** Writes what has become of those who signed up. One statement. */
export async function setState(
  desk: Desk,
  signUps: readonly VolunteerSignUpType[],
  state: SignUpState,
  points: number | null,
): Promise<void> {
  await desk.db
    .updateTable('volunteer_sign_up')
    .set({ state, points })
    .where('town_id', '=', desk.town)
    .where('id', '=', anyOf(signUps.map(({ uuid }) => uuid)))
    .execute();
}

function requireCount(named: readonly string[], field: string): void {
  if (named.length === 0) throw badInput(field, 'required');
  if (named.length > mostNamed) throw badInput(field, 'tooMany', { most: mostNamed });
}
