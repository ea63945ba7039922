import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound } from '../errors.ts';
import { requireOfTown } from '../people/register-person.ts';
import { unitOfPlace } from '../requests/unit-of-place.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { volunteerToKeep } from './volunteer-reach.ts';
import { holdVolunteers } from './volunteer-rows.ts';

const unitFields = { unit: 'input.unit', on: 'input.unit' };

/**
 * Makes a person a volunteer from today on; who was one is one again, with the points that they have. Returns their id in the town.
 * Errors: NOT_FOUND on input.person; NOT_FOUND, BAD_INPUT or CONFLICT on input.unit; CONFLICT on input.person who is one.
 */
export async function registerVolunteer(
  desk: Desk,
  actor: Actor,
  input: { person: string; unit: string },
): Promise<string> {
  await holdTree(desk);
  const today = dayOf(desk.now);
  const needs = { actor, permission: 'volunteer:keep' } as const;
  const { unit } = await unitOfPlace(desk, needs, input.unit, today, unitFields);
  const person_id = await requireOfTown(desk, 'person', input.person, 'input.person');
  const id = newId();
  const made = await desk.db
    .insertInto('volunteer')
    .values({ town_id: desk.town, id, person_id, unit_id: unit, registered_on: today, ended_on: null, version: 1 })
    .onConflict((known) => known.columns(['town_id', 'person_id']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) return id;
  const known = await desk.db
    .updateTable('volunteer')
    .set((volunteer) => ({ unit_id: unit, ended_on: null, version: volunteer('version', '+', 1) }))
    .where('town_id', '=', desk.town)
    .where('person_id', '=', person_id)
    .where('ended_on', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  if (!known) throw conflict('volunteerAlready', 'input.person');
  return known.id;
}

/**
 * Says of which unit a volunteer is from today on, and whether they are one still. Returns their id in the town.
 * Errors: NOT_FOUND on input.volunteer; CONFLICT on input.expectedVersion; NOT_FOUND, BAD_INPUT or CONFLICT on input.unit.
 */
export async function reviseVolunteer(
  desk: Desk,
  actor: Actor,
  input: { volunteer: string; unit: string; ended?: boolean | null; expectedVersion?: number | null },
): Promise<string> {
  await holdTree(desk);
  const today = dayOf(desk.now);
  const { uuid } = await volunteerToKeep(desk, actor, input.volunteer, 'input.volunteer');
  const volunteer = (await holdVolunteers(desk, [uuid])).get(uuid);
  if (!volunteer) throw notFound('input.volunteer');
  requireVersion(volunteer, input.expectedVersion);
  const needs = { actor, permission: 'volunteer:keep' } as const;
  const { unit } = await unitOfPlace(desk, needs, input.unit, today, unitFields);
  const ended_on = input.ended === true ? (volunteer.endedOn ?? today) : null;
  await desk.db
    .updateTable('volunteer')
    .set({ unit_id: unit, ended_on, version: volunteer.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
  return uuid;
}
