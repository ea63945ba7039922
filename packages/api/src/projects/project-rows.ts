import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { ProjectType } from './project.type.ts';
import type { ProjectState } from './project-states.ts';

/** A project's row. */
export interface ProjectRow {
  town_id: number;
  id: string;
  year: number;
  number: number;
  name: string;
  goal: string;
  subject_id: string;
  budget: string | null;
  state: ProjectState;
  proposed_on: string;
  recorded_at: Date;
  recorded_by: string;
  adopted_on: string | null;
  due_on: string | null;
  completed_on: string | null;
  holder_id: string | null;
  version: number;
}

/** Projects; the caller narrows it to what it needs. */
export function selectProjects(desk: Desk) {
  return desk.db
    .selectFrom('project as p')
    .select(['p.town_id', 'p.id', 'p.year', 'p.number', 'p.name', 'p.goal', 'p.subject_id', 'p.budget', 'p.state'])
    .select(['p.proposed_on', 'p.recorded_at', 'p.recorded_by', 'p.adopted_on', 'p.due_on', 'p.completed_on'])
    .select(['p.holder_id', 'p.version']);
}

/** Batch of projects by id. One statement. */
export async function projectsById(desk: Desk, keys: readonly TownKey[]): Promise<(ProjectType | undefined)[]> {
  const rows = await selectProjects(desk)
    .where('p.town_id', 'in', townsOf(keys))
    .where('p.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', projectOf);
}

/** Batch of the projects about subjects that are under way or done, the latest year first. One statement. */
export async function projectsOfSubjects(
  desk: Desk,
  keys: readonly { townId: number; subjectUuid: string }[],
): Promise<ProjectType[][]> {
  const rows = await selectProjects(desk)
    .where('p.town_id', 'in', townsOf(keys))
    .where('p.subject_id', 'in', [...new Set(keys.map((key) => key.subjectUuid))])
    .where('p.state', 'in', ['PROPOSED', 'ADOPTED', 'COMPLETED'])
    .orderBy('p.year', 'desc')
    .orderBy('p.number')
    .execute();
  const bySubject = Map.groupBy(rows, (row) => `${row.town_id} ${row.subject_id}`);
  return keys.map(({ townId, subjectUuid }) => (bySubject.get(`${townId} ${subjectUuid}`) ?? []).map(projectOf));
}

/** A project's row as GraphQL shows it. */
export function projectOf(row: ProjectRow): ProjectType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'Project',
    id: globalId('Project', townId, uuid),
    townId,
    uuid,
    number: `S${row.year}-${String(row.number).padStart(6, '0')}`,
    year: row.year,
    name: row.name,
    goal: row.goal,
    subjectUuid: row.subject_id,
    budget: row.budget,
    state: row.state,
    proposedOn: row.proposed_on,
    recordedAt: row.recorded_at,
    recordedById: row.recorded_by,
    adoptedOn: row.adopted_on,
    dueOn: row.due_on,
    completedOn: row.completed_on,
    holderUuid: row.holder_id,
    version: row.version,
  };
}
