import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { reachesHousehold } from '../households/find-household.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { paragraphs } from '../schema/text.ts';
import { requireVersion } from '../units/find-unit.ts';
import { attendancesOf } from './attendance-rows.ts';
import { placesLeft, readSession } from './enrol.ts';
import type { ProgrammeEnrolmentType } from './enrolment.type.ts';
import { enrolmentsById } from './enrolment-rows.ts';
import { fillPlaces } from './fill-places.ts';
import type { ProgrammeSessionType } from './programme.type.ts';
import type { ProgrammeRow } from './programme-rows.ts';
import { liveStates } from './programme-states.ts';
import { resultsOf } from './result-rows.ts';
import { holdProgramme } from './take-programme-step.ts';

/** What the input of a change of an enrolment has. */
interface Changed {
  enrolment: string;
  expectedVersion?: number | null;
}

/** An enrolment that was changed, by its id in the town, and how many who waited have got a place by it. */
interface Change {
  uuid: string;
  movedUp: number;
}

/**
 * Takes an enrolment back; whoever waits next gets the place.
 * Errors: those of holdEnrolment; CONFLICT on input.enrolment of whom a result is recorded; BAD_INPUT on input.reason.
 */
export async function withdrawEnrolment(
  desk: Desk,
  actor: Actor,
  input: Changed & { reason: string },
): Promise<Change> {
  const { programme, enrolment } = await holdEnrolment(desk, actor, input);
  const { townId, uuid } = enrolment;
  if (await desk.load(resultsOf, { townId, uuid })) throw conflict('resultRecorded', 'input.enrolment');
  const withdrawn_because = paragraphs(input.reason, 'input.reason');
  await write(desk, enrolment, { state: 'WITHDRAWN', withdrawn_at: desk.now, withdrawn_because });
  return { uuid: enrolment.uuid, movedUp: await fillPlaces(desk, programme) };
}

/**
 * Moves an enrolment to another session that has a place, which whoever waited then has; whoever waits next gets the one that is free.
 * Errors: those of holdEnrolment and readSession; CONFLICT on input.session where it is that already, or has no place, or on input.enrolment of
 * whom it is recorded whether they came.
 */
export async function moveEnrolment(desk: Desk, actor: Actor, input: Changed & { session: string }): Promise<Change> {
  const { programme, enrolment } = await holdEnrolment(desk, actor, input);
  const session = await readSession(desk, programme, input.session);
  if (!session) throw badInput('input.session', 'sessionOfAll');
  if (session.uuid === enrolment.sessionUuid) throw conflict('sessionSame', 'input.session');
  const { townId, uuid } = enrolment;
  if ((await desk.load(attendancesOf, { townId, uuid })).length > 0)
    throw conflict('attendanceRecorded', 'input.enrolment');
  // Who has a place in the programme keeps it.
  const places = enrolment.state === 'ENROLLED' ? null : programme.places;
  if ((await placesLeft(desk, { ...programme, places }, session)) < 1) throw conflict('sessionFull', 'input.session');
  await write(desk, enrolment, { state: 'ENROLLED', session_id: session.uuid });
  return { uuid: enrolment.uuid, movedUp: await fillPlaces(desk, programme) };
}

/** Takes those out who were to come to a session, or waited to. The programme must be held. One statement. */
export async function withdrawFromSession(desk: Desk, session: ProgrammeSessionType, because: string): Promise<void> {
  await desk.db
    .updateTable('programme_enrolment')
    .set((row) => ({
      ...{ state: 'WITHDRAWN', withdrawn_at: desk.now, withdrawn_because: because },
      version: row('version', '+', 1),
    }))
    .where('town_id', '=', desk.town)
    .where('session_id', '=', session.uuid)
    .where('state', '<>', 'WITHDRAWN')
    .execute();
}

/**
 * The enrolment that an input names, with its programme, held until this change is done.
 * Errors: NOT_FOUND on input.enrolment out of the actor's reach; CONFLICT on input.expectedVersion, or on input.enrolment that was taken
 * back, or whose programme is over or called off.
 */
async function holdEnrolment(
  desk: Desk,
  actor: Actor,
  { enrolment: named, expectedVersion }: Changed,
): Promise<{ programme: ProgrammeRow; enrolment: ProgrammeEnrolmentType }> {
  const field = 'input.enrolment';
  const key = { townId: desk.town, uuid: requireIdIn(desk.town, named, 'ProgrammeEnrolment', field) };
  const found = await desk.load(enrolmentsById, key);
  if (!found) throw notFound(field);
  const household = { townId: desk.town, uuid: found.householdUuid };
  if (!(await reachesHousehold(desk, actor, 'enrolment:keep', household))) throw notFound(field);
  const programme = await holdProgramme(desk, actor, found.programmeUuid);
  // Held by the programme: nobody else changes it now, but somebody may have meanwhile.
  desk.forget();
  const enrolment = await desk.load(enrolmentsById, key);
  if (!enrolment) throw notFound(field);
  requireVersion(enrolment, expectedVersion);
  if (enrolment.state === 'WITHDRAWN') throw conflict('enrolmentWithdrawn', field);
  if (!liveStates.some((state) => state === programme.state)) throw conflict('programmeOver', field);
  return { programme, enrolment };
}

async function write(
  desk: Desk,
  { uuid, version }: ProgrammeEnrolmentType,
  columns:
    | { state: 'WITHDRAWN'; withdrawn_at: Date; withdrawn_because: string }
    | { state: 'ENROLLED'; session_id: string },
): Promise<void> {
  await desk.db
    .updateTable('programme_enrolment')
    .set({ ...columns, version: version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
}
