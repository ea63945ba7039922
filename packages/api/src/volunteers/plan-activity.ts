import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound } from '../errors.ts';
import { unitOfPlace } from '../requests/unit-of-place.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import type { PlanVolunteerActivityInput } from './activity.input.ts';
import type { VolunteerActivityKindType, VolunteerActivityType } from './activity.type.ts';
import { activityOf, selectActivities } from './activity-rows.ts';
import { pointsOn } from './dated-points.ts';
import { getActivityKind } from './kind-rows.ts';
import { signUpsOf } from './sign-up-rows.ts';
import { reachesVolunteers } from './volunteer-reach.ts';

/**
 * Plans an activity, or puts down one that was held. Returns its id in the town.
 * Errors: those of getActivityKind; CONFLICT on input.heldOn where its kind earns nothing yet; NOT_FOUND, BAD_INPUT or CONFLICT on input.unit;
 * BAD_INPUT on input.name, input.heldOn, input.time or input.place.
 */
export async function planActivity(desk: Desk, actor: Actor, input: PlanVolunteerActivityInput): Promise<string> {
  await holdTree(desk);
  const kind = await getActivityKind(desk, input.activityKind);
  const held_on = dayOfChange(input.heldOn, dayOf(desk.now), 'input.heldOn');
  const unit_id = await unitOf(desk, actor, input.unit, held_on);
  requireRate(kind, held_on, 'input.heldOn');
  const id = newId();
  const said = {
    name: oneLine(input.name, 'input.name'),
    time: input.time == null ? null : oneLine(input.time, 'input.time', 30),
    place: input.place == null ? null : oneLine(input.place, 'input.place'),
  };
  await desk.db
    .insertInto('volunteer_activity')
    .values({
      ...{ town_id: desk.town, id, kind_id: kind.uuid, unit_id, held_on, ...said },
      ...{ recorded_at: desk.now, recorded_by: actor.accountId, called_off_at: null, called_off_because: null },
    })
    .execute();
  return id;
}

/** What an activity of a kind earns on a day. Errors: CONFLICT on `field` where nothing is settled for the day yet. */
export function requireRate(kind: VolunteerActivityKindType, day: string, field: string): number {
  const points = pointsOn(kind.rates, day);
  if (points === undefined) throw conflict('noPointsYet', field, { date: kind.rates[0]?.validFrom ?? day });
  return points;
}

async function unitOf(desk: Desk, actor: Actor, unit: string | null | undefined, on: string): Promise<string | null> {
  if (unit == null) {
    if (!reachesTown(actor, 'volunteer:keep', desk.town)) throw notFound('input.unit');
    return null;
  }
  const fields = { unit: 'input.unit', on: 'input.heldOn' };
  return (await unitOfPlace(desk, { actor, permission: 'volunteer:keep' }, unit, on, fields)).unit;
}

/**
 * Calls an activity off. Returns its id in the town.
 * Errors: those of holdActivity; CONFLICT on input.activity to which somebody is confirmed to have come; BAD_INPUT on input.reason.
 */
export async function callOffActivity(
  desk: Desk,
  actor: Actor,
  input: { activity: string; reason: string },
): Promise<string> {
  const activity = await holdActivity(desk, actor, input.activity);
  const signUps = await desk.load(signUpsOf, { townId: desk.town, uuid: activity.uuid });
  const count = signUps.filter(({ state }) => state === 'CONFIRMED').length;
  if (count > 0) throw conflict('activityConfirmed', 'input.activity', { count });
  await desk.db
    .updateTable('volunteer_activity')
    .set({ called_off_at: desk.now, called_off_because: paragraphs(input.reason, 'input.reason') })
    .where('town_id', '=', desk.town)
    .where('id', '=', activity.uuid)
    .execute();
  return activity.uuid;
}

/**
 * The activity that an input names, held until this change is done, for whoever keeps points where it is held.
 * Errors: those of holdAnyActivity; NOT_FOUND on input.activity out of reach.
 */
export async function holdActivity(desk: Desk, actor: Actor, id: string): Promise<VolunteerActivityType> {
  const activity = await holdAnyActivity(desk, id);
  if (!(await reachesVolunteers(desk, actor, 'volunteer:keep', activity))) throw notFound('input.activity');
  requireNotCalledOff(activity);
  return activity;
}

/** The activity that an input names, wherever it is held, until this change is done. Errors: NOT_FOUND on input.activity. */
export async function holdAnyActivity(desk: Desk, id: string): Promise<VolunteerActivityType> {
  await holdTree(desk);
  const row = await selectActivities(desk)
    .where('a.town_id', '=', desk.town)
    .where('a.id', '=', requireIdIn(desk.town, id, 'VolunteerActivity', 'input.activity'))
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('input.activity');
  return activityOf(row);
}

/** Errors: CONFLICT on input.activity that was called off. */
export function requireNotCalledOff({ calledOffAt }: VolunteerActivityType): void {
  if (calledOffAt !== null) throw conflict('activityCalledOff', 'input.activity');
}
