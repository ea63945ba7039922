import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { getHouseholdFor } from '../households/find-household.ts';
import { getResidentFor } from '../residents/find-resident.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { type Candidate, candidatesAmong } from './candidates.ts';
import { enrolmentsOfTakers } from './enrolment-rows.ts';
import { getSession } from './find-session.ts';
import { holdProgramme } from './hold-programme.ts';
import type { ProgrammeSessionType } from './programme.type.ts';
import { enrolledIn } from './programme-parts.ts';
import { type ProgrammeRow, programmeOf } from './programme-rows.ts';

/** How many are enrolled at once at the most. */
const mostAtOnce = 500;

/**
 * Enrols residents or households in a programme, all of them or none; who finds no place waits. The programme is held, so that of many at
 * once each finds the places that the others have left. Returns the enrolments' ids in the town, in the order of the input.
 * Errors: NOT_FOUND on input.programme; CONFLICT there where it is not open, or where teams take part; those of readSession and readTakers.
 */
export async function enrolInProgramme(
  desk: Desk,
  actor: Actor,
  input: { programme: string; session?: string | null; takers: string[] },
): Promise<string[]> {
  await holdTree(desk);
  const uuid = requireIdIn(desk.town, input.programme, 'Programme', 'input.programme');
  const programme = await holdProgramme(desk, actor, uuid);
  if (programme.takers === 'TEAM') throw conflict('programmeOfTeams', 'input.programme');
  if (programme.state !== 'OPEN') throw conflict('programmeNotOpen', 'input.programme');
  const session = await readSession(desk, programme, input.session);
  const takers = await readTakers(desk, actor, programme, input.takers);
  const free = await placesLeft(desk, programme, session);
  const { last } = await desk.db
    .selectFrom('programme_enrolment')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('town_id', '=', desk.town)
    .where('programme_id', '=', uuid)
    .executeTakeFirstOrThrow();
  const rows = takers.map(({ household, resident, block }, index) => ({
    ...{ town_id: desk.town, id: newId(), programme_id: uuid, session_id: session?.uuid ?? null },
    ...{ household_id: household, resident_id: resident, block_id: block, seq: (last ?? 0) + 1 + index },
    ...{ state: index < free ? ('ENROLLED' as const) : ('WAITING' as const), enrolled_on: dayOf(desk.now) },
    ...{ recorded_at: desk.now, recorded_by: actor.accountId, withdrawn_at: null, withdrawn_because: null, version: 1 },
  }));
  await desk.db.insertInto('programme_enrolment').values(rows).execute();
  return rows.map(({ id }) => id);
}

/**
 * The session to which they come, where each comes to one of them; undefined where all come to all.
 * Errors: BAD_INPUT on input.session where one is to be told, or none; NOT_FOUND or CONFLICT there for one that is not there, was called
 * off, or is over.
 */
export async function readSession(
  desk: Desk,
  programme: ProgrammeRow,
  named: string | null | undefined,
): Promise<ProgrammeSessionType | undefined> {
  if (!programme.one_session) {
    if (named != null) throw badInput('input.session', 'sessionOfAll');
    return undefined;
  }
  if (named == null) throw badInput('input.session', 'required');
  const session = await getSession(desk, programme, named);
  if (session.heldOn < dayOf(desk.now)) throw conflict('sessionOver', 'input.session', { date: session.heldOn });
  return session;
}

/** How many more have places, in the programme and at a session; without a limit it is without end. The programme must be held. */
export async function placesLeft(
  desk: Desk,
  { id: uuid, places }: ProgrammeRow,
  session: ProgrammeSessionType | undefined,
): Promise<number> {
  const { enrolled, bySession } = await desk.load(enrolledIn, { townId: desk.town, uuid });
  const there = bySession.get(session?.uuid ?? '')?.enrolled ?? 0;
  return Math.min(
    places === null ? Number.POSITIVE_INFINITY : places - enrolled,
    session?.places == null ? Number.POSITIVE_INFINITY : session.places - there,
  );
}

/**
 * Errors: BAD_INPUT on input.takers for none or too many, or on input.takers.N listed twice; NOT_FOUND there for one that is not there or out
 * of reach; CONFLICT there for one for whom the programme is not, or who is enrolled.
 */
async function readTakers(
  desk: Desk,
  actor: Actor,
  programme: ProgrammeRow,
  named: readonly string[],
): Promise<Candidate[]> {
  if (named.length === 0) throw badInput('input.takers', 'required');
  if (named.length > mostAtOnce) throw badInput('input.takers', 'tooMany', { most: mostAtOnce });
  const get = programme.takers === 'RESIDENT' ? getResidentFor : getHouseholdFor;
  const found = await Promise.all(
    named.map((id, index) => get(desk, actor, 'enrolment:keep', id, `input.takers.${index}`)),
  );
  const takers = found.map(({ uuid }) => uuid);
  const candidates = await candidatesAmong(desk, programmeOf(programme), takers);
  const byTaker = new Map(candidates.map((each) => [each.taker, each]));
  const key = { townId: desk.town, uuid: programme.id };
  const enrolled = await Promise.all(takers.map((taker) => desk.load(enrolmentsOfTakers, { ...key, taker })));
  return takers.map((taker, index) => {
    const field = `input.takers.${index}`;
    if (takers.indexOf(taker) < index) throw badInput(field, 'listedTwice');
    if (enrolled[index]) throw conflict('enrolledAlready', field);
    const candidate = byTaker.get(taker);
    if (!candidate) throw conflict('programmeNotFor', field);
    return candidate;
  });
}
