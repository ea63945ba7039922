import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { supersede } from '../db/supersede.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import type { AttendanceInput } from './attendance.input.ts';
import { type AttendanceRow, attendanceAt } from './attendance-rows.ts';
import type { ProgrammeEnrolmentType } from './enrolment.type.ts';
import { noteChanged } from './enrolment-rows.ts';
import { holdProgramme } from './hold-programme.ts';
import { namedEnrolments } from './named-enrolments.ts';
import type { ProgrammeSessionType } from './programme.type.ts';
import { sessionsById } from './programme-parts.ts';

/** What is recorded of an enrolment. */
interface Attended {
  enrolment: string;
  attended: boolean;
  given: string | null;
}

/** The same, beside what was recorded before. */
interface Anew extends Attended {
  before: AttendanceRow | undefined;
}

/**
 * Records who came to a session, of all of them or of none; what was recorded before and differs is superseded, and the same once more leaves
 * all as it is. Returns the ids of the enrolments in the town, in the order of the input.
 * Errors: NOT_FOUND on input.session; CONFLICT there where it was called off, or lies ahead; those of readAttendance.
 */
export async function recordAttendance(
  desk: Desk,
  actor: Actor,
  input: { session: string; attendances: AttendanceInput[] },
): Promise<string[]> {
  const uuid = requireIdIn(desk.town, input.session, 'ProgrammeSession', 'input.session');
  const session = await desk.load(sessionsById, { townId: desk.town, uuid });
  if (!session) throw notFound('input.session');
  // Who has a place at it stays so meanwhile.
  await holdProgramme(desk, actor, session.programmeUuid);
  desk.forget();
  await requireHeld(desk, uuid);
  const said = await readAttendance(desk, actor, session, input.attendances);
  const known = await Promise.all(
    said.map(async (each) => ({
      ...each,
      before: await desk.load(attendanceAt, { townId: desk.town, uuid, enrolment: each.enrolment }),
    })),
  );
  const anew = known.filter(({ attended, given, before }) => before?.attended !== attended || before.given !== given);
  await write(desk, actor, uuid, anew);
  return said.map(({ enrolment }) => enrolment);
}

async function requireHeld(desk: Desk, uuid: string): Promise<void> {
  const session = await desk.load(sessionsById, { townId: desk.town, uuid });
  if (!session || session.calledOffAt !== null) throw conflict('sessionCalledOff', 'input.session');
  if (session.heldOn > dayOf(desk.now)) throw conflict('sessionAhead', 'input.session', { date: session.heldOn });
}

/**
 * Errors: those of namedEnrolments on input.attendances; CONFLICT on input.attendances.N.enrolment for who has no place at the session; BAD_INPUT
 * on input.attendances.N.given that is no line, or given to who did not come.
 */
async function readAttendance(
  desk: Desk,
  actor: Actor,
  session: ProgrammeSessionType,
  named: readonly AttendanceInput[],
): Promise<Attended[]> {
  const list = 'input.attendances';
  const at = (index: number) => `${list}.${index}.enrolment`;
  const ids = named.map(({ enrolment }) => enrolment);
  const enrolments = await namedEnrolments(desk, actor, 'enrolment:keep', session.programmeUuid, ids, list, at);
  return enrolments.map((enrolment, index) => {
    const { attended = false, given: text = null } = named[index] ?? {};
    if (!hasPlaceAt(enrolment, session)) throw conflict('noPlaceAtSession', at(index));
    const field = `${list}.${index}.given`;
    const given = text === null ? null : oneLine(text, field);
    if (given !== null && !attended) throw badInput(field, 'givenToAbsent');
    return { enrolment: enrolment.uuid, attended, given };
  });
}

function hasPlaceAt(enrolment: ProgrammeEnrolmentType, session: ProgrammeSessionType): boolean {
  const { sessionUuid, state } = enrolment;
  return state === 'ENROLLED' && (sessionUuid === null || sessionUuid === session.uuid);
}

/** Three statements at the most. */
async function write(desk: Desk, actor: Actor, session_id: string, anew: readonly Anew[]): Promise<void> {
  if (anew.length === 0) return;
  await supersede(
    desk,
    'programme_attendance',
    anew.flatMap(({ before }) => before?.id ?? []),
  );
  const rows = anew.map(({ enrolment, attended, given }) => ({
    ...{ town_id: desk.town, id: newId(), session_id, enrolment_id: enrolment, attended, given },
    ...{ recorded_at: desk.now, recorded_by: actor.accountId, superseded_at: null },
  }));
  await desk.db.insertInto('programme_attendance').values(rows).execute();
  await noteChanged(
    desk,
    anew.map(({ enrolment }) => enrolment),
  );
}
