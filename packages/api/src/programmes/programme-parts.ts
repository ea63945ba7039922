import { sql } from 'kysely';
import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { ProgrammeEventType, ProgrammeSessionType } from './programme.type.ts';
import type { EnrolmentState } from './programme-states.ts';

/** Batch of the categories one of which whoever takes part in programmes is in, by their ids in the town. One statement. */
export async function categoriesOfProgrammes(desk: Desk, keys: readonly TownKey[]): Promise<string[][]> {
  const rows = await desk.db
    .selectFrom('programme_category')
    .select(['town_id', 'programme_id', 'category_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('programme_id', 'in', idsOf(keys))
    .orderBy('id')
    .execute();
  return parted(keys, rows, 'programme_id', ({ category_id }) => category_id);
}

/** Batch of the units whose households may take part in programmes, by their ids in the town. One statement. */
export async function unitsOfProgrammes(desk: Desk, keys: readonly TownKey[]): Promise<string[][]> {
  const rows = await desk.db
    .selectFrom('programme_unit')
    .select(['town_id', 'programme_id', 'unit_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('programme_id', 'in', idsOf(keys))
    .orderBy('id')
    .execute();
  return parted(keys, rows, 'programme_id', ({ unit_id }) => unit_id);
}

function selectSessions(desk: Desk) {
  return desk.db
    .selectFrom('programme_session')
    .select(['town_id', 'id', 'programme_id', 'held_on', 'time', 'place', 'places'])
    .select(['called_off_at', 'called_off_because']);
}

type SessionRow = Awaited<ReturnType<ReturnType<typeof selectSessions>['executeTakeFirstOrThrow']>>;

function sessionOf(row: SessionRow): ProgrammeSessionType {
  const { town_id: townId, id: uuid } = row;
  return {
    id: globalId('ProgrammeSession', townId, uuid),
    ...{ townId, uuid, programmeUuid: row.programme_id, heldOn: row.held_on, time: row.time, place: row.place },
    ...{ places: row.places, calledOffAt: row.called_off_at, calledOffBecause: row.called_off_because },
  };
}

/** Batch of sessions by id. One statement. */
export async function sessionsById(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(ProgrammeSessionType | undefined)[]> {
  const rows = await selectSessions(desk)
    .where('town_id', 'in', townsOf(keys))
    .where('id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', sessionOf);
}

/** Batch of the sessions of programmes, the first day first, those called off among them. One statement. */
export async function sessionsOfProgrammes(desk: Desk, keys: readonly TownKey[]): Promise<ProgrammeSessionType[][]> {
  const rows = await selectSessions(desk)
    .where('town_id', 'in', townsOf(keys))
    .where('programme_id', 'in', idsOf(keys))
    .orderBy('held_on')
    .orderBy('id')
    .execute();
  return parted(keys, rows, 'programme_id', sessionOf);
}

/** Batch of the sessions that towns hold on days, without those called off, by programme. One statement. */
export async function sessionsOnDays(
  desk: Desk,
  keys: readonly { townId: number; day: string }[],
): Promise<ProgrammeSessionType[][]> {
  const days = [...new Set(keys.map(({ day }) => day))];
  const rows = await selectSessions(desk)
    .where('town_id', 'in', townsOf(keys))
    .where('held_on', 'in', days)
    .where('called_off_at', 'is', null)
    .orderBy('programme_id')
    .orderBy('id')
    .execute();
  const byDay = Map.groupBy(rows, ({ town_id, held_on }) => `${town_id} ${held_on}`);
  return keys.map(({ townId, day }) => (byDay.get(`${townId} ${day}`) ?? []).map(sessionOf));
}

/** How many have places, people, households or teams, and how many wait. */
interface Enrolled {
  enrolled: number;
  waiting: number;
}

/** The same in all and by session, by the session's id. */
export interface EnrolledIn extends Enrolled {
  bySession: ReadonlyMap<string, Enrolled>;
}

/** How many teams are in contests, as those who have places elsewhere. */
function teamsIn(desk: Desk, keys: readonly TownKey[]) {
  return desk.db
    .selectFrom('contest_team')
    .select(['town_id', 'programme_id', sql<string | null>`null::uuid`.as('session_id')])
    .select([sql<EnrolmentState>`'ENROLLED'`.as('state'), (all) => all.fn.countAll<number>().as('count')])
    .where('town_id', 'in', townsOf(keys))
    .where('programme_id', 'in', idsOf(keys))
    .where('withdrawn_at', 'is', null)
    .groupBy(['town_id', 'programme_id']);
}

/** Batch of how many take part in programmes and wait. One statement. */
export async function enrolledIn(desk: Desk, keys: readonly TownKey[]): Promise<EnrolledIn[]> {
  const rows = await desk.db
    .selectFrom('programme_enrolment')
    .select(['town_id', 'programme_id', 'session_id', 'state', (all) => all.fn.countAll<number>().as('count')])
    .where('town_id', 'in', townsOf(keys))
    .where('programme_id', 'in', idsOf(keys))
    .where('state', '<>', 'WITHDRAWN')
    .groupBy(['town_id', 'programme_id', 'session_id', 'state'])
    .unionAll(teamsIn(desk, keys))
    .execute();
  return parted(keys, rows, 'programme_id', (row) => row).map((counts) => {
    const sum = (state: 'ENROLLED' | 'WAITING', of = counts) =>
      of.filter((each) => each.state === state).reduce((total, { count }) => total + count, 0);
    const sessions = Map.groupBy(counts, ({ session_id }) => session_id ?? '');
    return {
      ...{ enrolled: sum('ENROLLED'), waiting: sum('WAITING') },
      bySession: new Map(
        [...sessions].map(([id, of]) => [id, { enrolled: sum('ENROLLED', of), waiting: sum('WAITING', of) }]),
      ),
    };
  });
}

/** Batch of the steps of programmes, the first one first. One statement. */
export async function programmeEventsOf(desk: Desk, keys: readonly TownKey[]): Promise<ProgrammeEventType[][]> {
  const rows = await desk.db
    .selectFrom('programme_event')
    .select(['town_id', 'programme_id', 'seq', 'step', 'recorded_at', 'recorded_by', 'state', 'text'])
    .where('town_id', 'in', townsOf(keys))
    .where('programme_id', 'in', idsOf(keys))
    .orderBy('seq')
    .execute();
  return parted(keys, rows, 'programme_id', (row) => ({
    ...{ townId: row.town_id, seq: row.seq, step: row.step, recordedAt: row.recorded_at },
    ...{ recordedById: row.recorded_by, state: row.state, text: row.text },
  }));
}
