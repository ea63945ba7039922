import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { reachesHousehold } from '../households/find-household.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requireVersion } from '../units/find-unit.ts';
import type { ProgrammeEnrolmentType } from './enrolment.type.ts';
import { enrolmentsById } from './enrolment-rows.ts';
import { holdProgramme } from './hold-programme.ts';
import type { ProgrammeRow } from './programme-rows.ts';

/** What the input of a change of an enrolment has. */
export interface EnrolmentAsked {
  enrolment: string;
  expectedVersion?: number | null;
}

/** An enrolment and its programme, which nobody else changes meanwhile. */
export interface HeldEnrolment {
  programme: ProgrammeRow;
  enrolment: ProgrammeEnrolmentType;
}

/**
 * The enrolment that an input names, with its programme, held until this change is done.
 * Errors: NOT_FOUND on input.enrolment out of the actor's reach by the permission; CONFLICT on input.expectedVersion.
 */
export async function holdEnrolment(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  { enrolment: named, expectedVersion }: EnrolmentAsked,
): Promise<HeldEnrolment> {
  const field = 'input.enrolment';
  const key = { townId: desk.town, uuid: requireIdIn(desk.town, named, 'ProgrammeEnrolment', field) };
  const found = await desk.load(enrolmentsById, key);
  if (!found) throw notFound(field);
  const household = { townId: desk.town, uuid: found.householdUuid };
  if (!(await reachesHousehold(desk, actor, permission, household))) throw notFound(field);
  const programme = await holdProgramme(desk, actor, found.programmeUuid);
  // Held by the programme: nobody else changes it now, but somebody may have meanwhile.
  desk.forget();
  const enrolment = await desk.load(enrolmentsById, key);
  if (!enrolment) throw notFound(field);
  requireVersion(enrolment, expectedVersion);
  return { programme, enrolment };
}
