import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import { paragraphs } from '../schema/text.ts';
import { attendancesOf } from './attendance-rows.ts';
import { placesLeft, readSession } from './enrol.ts';
import type { ProgrammeEnrolmentType } from './enrolment.type.ts';
import { fillPlaces } from './fill-places.ts';
import { type EnrolmentAsked, type HeldEnrolment, holdEnrolment } from './hold-enrolment.ts';
import type { ProgrammeSessionType } from './programme.type.ts';
import { liveStates } from './programme-states.ts';
import { resultsOf } from './result-rows.ts';

/** An enrolment that was changed, by its id in the town, and how many who waited have got a place by it. */
interface Change {
  uuid: string;
  movedUp: number;
}

/**
 * Takes an enrolment back; whoever waits next gets the place.
 * Errors: those of holdLive; CONFLICT on input.enrolment of whom a result is recorded; BAD_INPUT on input.reason.
 */
export async function withdrawEnrolment(
  desk: Desk,
  actor: Actor,
  input: EnrolmentAsked & { reason: string },
): Promise<Change> {
  const { programme, enrolment } = await holdLive(desk, actor, input);
  const { townId, uuid } = enrolment;
  if (await desk.load(resultsOf, { townId, uuid })) throw conflict('resultRecorded', 'input.enrolment');
  const withdrawn_because = paragraphs(input.reason, 'input.reason');
  await write(desk, enrolment, { state: 'WITHDRAWN', withdrawn_at: desk.now, withdrawn_because });
  return { uuid: enrolment.uuid, movedUp: await fillPlaces(desk, programme) };
}

/**
 * Moves an enrolment to another session that has a place, which whoever waited then has; whoever waits next gets the one that is free.
 * Errors: those of holdLive and readSession; CONFLICT on input.session where it is that already, or has no place, or on input.enrolment of
 * whom it is recorded whether they came.
 */
export async function moveEnrolment(
  desk: Desk,
  actor: Actor,
  input: EnrolmentAsked & { session: string },
): Promise<Change> {
  const { programme, enrolment } = await holdLive(desk, actor, input);
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

/** The same that may still be changed. Errors: those of holdEnrolment; CONFLICT on input.enrolment that was taken back, or whose programme is over or called off. */
async function holdLive(desk: Desk, actor: Actor, input: EnrolmentAsked): Promise<HeldEnrolment> {
  const held = await holdEnrolment(desk, actor, 'enrolment:keep', input);
  if (held.enrolment.state === 'WITHDRAWN') throw conflict('enrolmentWithdrawn', 'input.enrolment');
  if (!liveStates.some((state) => state === held.programme.state)) throw conflict('programmeOver', 'input.enrolment');
  return held;
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
