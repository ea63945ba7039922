import { sql } from 'kysely';
import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { ProjectEventType } from './project.type.ts';
import { endedStates } from './project-states.ts';

/** Batch of the units in which projects are done, by their ids in the town; none for the whole town. One statement. */
export async function unitsOfProjects(desk: Desk, keys: readonly TownKey[]): Promise<string[][]> {
  const rows = await desk.db
    .selectFrom('project_unit')
    .select(['town_id', 'project_id', 'unit_id', 'seq'])
    .where('town_id', 'in', townsOf(keys))
    .where('project_id', 'in', idsOf(keys))
    .orderBy('position')
    .execute();
  // A revision to the whole town names no unit: its event says that it is the last one to have named them.
  const revised = await desk.db
    .selectFrom('project_event')
    .select(['town_id', 'project_id', sql<number>`max(seq)`.as('seq')])
    .where('town_id', 'in', townsOf(keys))
    .where('project_id', 'in', idsOf(keys))
    .where('step', 'in', ['PROPOSE', 'REVISE'])
    .groupBy(['town_id', 'project_id'])
    .execute();
  const named = parted(keys, rows, 'project_id', ({ seq, unit_id }) => ({ seq, unit: unit_id }));
  const last = parted(keys, revised, 'project_id', ({ seq }) => seq);
  return named.map((units, index) => units.filter(({ seq }) => seq === last[index]?.[0]).map(({ unit }) => unit));
}

/** In SQL, of a link `l` of a project `p`: that the request is in it, or was when it ended without being done. */
const linked = sql<boolean>`(l.ended_seq is null
  or (p.state = any(${[...endedStates]}::text[]) and l.ended_seq = p.version))`;

function selectLinks(desk: Desk, keys: readonly TownKey[]) {
  return desk.db
    .selectFrom('project_request as l')
    .innerJoin('project as p', (join) => join.onRef('p.town_id', '=', 'l.town_id').onRef('p.id', '=', 'l.project_id'))
    .where('l.town_id', 'in', townsOf(keys))
    .where('l.project_id', 'in', idsOf(keys))
    .where(linked);
}

/** Batch of how many requests led to projects. One statement. */
export async function requestCountsOf(desk: Desk, keys: readonly TownKey[]): Promise<number[]> {
  const rows = await selectLinks(desk, keys)
    .select(['l.town_id', 'l.project_id', (all) => all.fn.countAll<number>().as('count')])
    .groupBy(['l.town_id', 'l.project_id'])
    .execute();
  return parted(keys, rows, 'project_id', ({ count }) => count).map(([count = 0]) => count);
}

/** Batch of the requests that led to projects, by their ids in the town. One statement. */
export async function requestsOfProjects(desk: Desk, keys: readonly TownKey[]): Promise<string[][]> {
  const rows = await selectLinks(desk, keys).select(['l.town_id', 'l.project_id', 'l.request_id']).execute();
  return parted(keys, rows, 'project_id', (row) => row.request_id);
}

/** Batch of the projects in which requests are, by their ids in the town. One statement. */
export async function projectOfRequests(desk: Desk, keys: readonly TownKey[]): Promise<(string | undefined)[]> {
  const rows = await desk.db
    .selectFrom('project_request')
    .select(['town_id', 'project_id', 'request_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('request_id', 'in', idsOf(keys))
    .where('ended_seq', 'is', null)
    .execute();
  return paired(keys, rows, 'request_id', (row) => row.project_id);
}

/** Batch of the steps of projects, the first one first. One statement. */
export async function projectEventsOf(desk: Desk, keys: readonly TownKey[]): Promise<ProjectEventType[][]> {
  const rows = await desk.db
    .selectFrom('project_event')
    .select(['town_id', 'project_id', 'seq', 'step', 'happened_on', 'recorded_at', 'recorded_by', 'state'])
    .select(['holder_id', 'due_on', 'requests', 'text'])
    .where('town_id', 'in', townsOf(keys))
    .where('project_id', 'in', idsOf(keys))
    .orderBy('seq')
    .execute();
  return parted(keys, rows, 'project_id', (row) => ({
    townId: row.town_id,
    recordedById: row.recorded_by,
    holderUuid: row.holder_id,
    seq: row.seq,
    step: row.step,
    happenedOn: row.happened_on,
    recordedAt: row.recorded_at,
    state: row.state,
    dueOn: row.due_on,
    linked: row.requests,
    text: row.text,
  }));
}
