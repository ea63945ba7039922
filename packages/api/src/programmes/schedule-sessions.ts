import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { numberWithin } from '../schema/number.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { attendanceOfSessions } from './attendance-rows.ts';
import { withdrawFromSession } from './change-enrolment.ts';
import { fillPlaces } from './fill-places.ts';
import { getSession } from './find-session.ts';
import type { ProgrammeSessionType } from './programme.type.ts';
import { enrolledIn, sessionsOfProgrammes } from './programme-parts.ts';
import type { ProgrammeRow } from './programme-rows.ts';
import { hasResultsAt } from './result-rows.ts';
import { type ProgrammeStepAsked, takeProgrammeStep } from './take-programme-step.ts';

/** What is said of a session. */
interface Said {
  time?: string | null;
  place?: string | null;
  places?: number | null;
}

const [mostAtOnce, mostSessions, mostPlaces, longestTime] = [110, 400, 100_000, 30];

/**
 * Sets days for a programme, each with a session alike. Returns the programme's id in the town.
 * Errors: those of takeProgrammeStep and readSession; BAD_INPUT on input.days for none or too many, or on input.days.N for one outside of the
 * programme's or listed twice.
 */
export function scheduleSessions(
  desk: Desk,
  actor: Actor,
  input: ProgrammeStepAsked & Said & { days: string[] },
): Promise<string> {
  return takeProgrammeStep(desk, actor, input, 'SCHEDULE', async (programme) => {
    const { days } = input;
    if (days.length === 0) throw badInput('input.days', 'required');
    if (days.length > mostAtOnce) throw badInput('input.days', 'tooMany', { most: mostAtOnce });
    for (const [index, day] of days.entries()) {
      requireDay(programme, day, `input.days.${index}`);
      if (days.indexOf(day) < index) throw badInput(`input.days.${index}`, 'listedTwice');
    }
    const had = await desk.load(sessionsOfProgrammes, { townId: desk.town, uuid: programme.id });
    if (had.length + days.length > mostSessions) throw badInput('input.days', 'tooMany', { most: mostSessions });
    const said = readSession(programme, input);
    const sorted = days.toSorted();
    await writeSessions(
      desk,
      programme.id,
      sorted.map((held_on) => ({ held_on, ...said })),
    );
    return { text: sorted.join('、') };
  });
}

/** A session to write: its day and what is said of it. */
interface SessionSaid {
  held_on: string;
  time: string | null;
  place: string | null;
  places: number | null;
}

/** Writes sessions of a programme. One statement at the most. */
export async function writeSessions(desk: Desk, programme_id: string, sessions: readonly SessionSaid[]): Promise<void> {
  if (sessions.length === 0) return;
  const rows = sessions.map((said) => ({
    ...{ town_id: desk.town, id: newId(), programme_id, ...said, called_off_at: null, called_off_because: null },
  }));
  await desk.db.insertInto('programme_session').values(rows).execute();
}

/**
 * Says anew what a session is. Whoever waits gets the places that it has more. Returns the programme's id in the town.
 * Errors: those of takeProgrammeStep, getSession and readSession; BAD_INPUT on input.heldOn, or CONFLICT where it is recorded who came on the day
 * before; CONFLICT on input.places where more are to come.
 */
export function rescheduleSession(
  desk: Desk,
  actor: Actor,
  input: ProgrammeStepAsked & Said & { session: string; heldOn: string },
): Promise<string> {
  return takeProgrammeStep(desk, actor, input, 'RESCHEDULE', async (programme) => {
    const session = await getSession(desk, programme, input.session);
    requireDay(programme, input.heldOn, 'input.heldOn');
    if (input.heldOn !== session.heldOn) await requireUnrecorded(desk, session, 'input.heldOn');
    const said = readSession(programme, input);
    const key = { townId: desk.town, uuid: programme.id };
    const count = (await desk.load(enrolledIn, key)).bySession.get(session.uuid)?.enrolled ?? 0;
    if (said.places !== null && said.places < count) throw conflict('placesTaken', 'input.places', { count });
    await desk.db
      .updateTable('programme_session')
      .set({ held_on: input.heldOn, ...said })
      .where('town_id', '=', desk.town)
      .where('id', '=', session.uuid)
      .execute();
    await fillPlaces(desk, programme);
    return { text: session.heldOn === input.heldOn ? input.heldOn : `${session.heldOn} → ${input.heldOn}` };
  });
}

/**
 * Calls a session off. Where each comes to one of the sessions, those who were to come to it are taken out. Returns the programme's id in
 * the town.
 * Errors: those of takeProgrammeStep and getSession; CONFLICT on input.session where it is recorded who came, or with what somebody came
 * out of it; BAD_INPUT on input.reason.
 */
export function callOffSession(
  desk: Desk,
  actor: Actor,
  input: ProgrammeStepAsked & { session: string; reason: string },
): Promise<string> {
  return takeProgrammeStep(desk, actor, input, 'CALL_OFF', async (programme) => {
    const session = await getSession(desk, programme, input.session);
    await requireUnrecorded(desk, session, 'input.session');
    if (await hasResultsAt(desk, session.uuid)) throw conflict('resultRecorded', 'input.session');
    const called_off_because = paragraphs(input.reason, 'input.reason');
    await desk.db
      .updateTable('programme_session')
      .set({ called_off_at: desk.now, called_off_because })
      .where('town_id', '=', desk.town)
      .where('id', '=', session.uuid)
      .execute();
    await withdrawFromSession(desk, session, called_off_because);
    await fillPlaces(desk, programme);
    return { text: `${session.heldOn}：${called_off_because}` };
  });
}

/** Errors: BAD_INPUT on input.time, input.place or input.places. */
function readSession({ one_session }: ProgrammeRow, { time, place, places }: Said) {
  if (places != null && !one_session) throw badInput('input.places', 'placesOfSession');
  return {
    time: time == null ? null : oneLine(time, 'input.time', longestTime),
    place: place == null ? null : oneLine(place, 'input.place'),
    places: numberWithin(places ?? null, [1, mostPlaces], 'input.places'),
  };
}

function requireDay({ first_day: first, last_day: last }: ProgrammeRow, day: string, field: string): void {
  if (day < first || day > last) throw badInput(field, 'programmeDayOutside', { first, last });
}

/** Errors: CONFLICT on `field` where it is recorded who came to a session. */
async function requireUnrecorded(desk: Desk, { uuid }: ProgrammeSessionType, field: string): Promise<void> {
  const { attended, absent } = await desk.load(attendanceOfSessions, { townId: desk.town, uuid });
  if (attended + absent > 0) throw conflict('attendanceRecorded', field);
}
