import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { getEntry } from '../handling/listed.ts';
import { type Connection, pageOf } from '../schema/connection.ts';
import { unitsUnder } from '../units/standing-under.ts';
import type { ProjectFilter, ProjectsArgs } from './project.input.ts';
import type { ProjectCountType, ProjectType } from './project.type.ts';
import { unitsOfProjects } from './project-parts.ts';
import { projectOf, selectProjects } from './project-rows.ts';
import { projectStates } from './project-states.ts';

/**
 * A page of the projects of the desk's town, the latest year first. A town has some tens a year, so that a page is cut from
 * all of them.
 * Errors: NOT_FOUND on the member of `filter` that names something that is not there; BAD_INPUT on first, last, after or
 * before.
 */
export async function listProjects(desk: Desk, args: ProjectsArgs): Promise<Connection<ProjectType>> {
  const filter = args.filter ?? {};
  const rows = await selectProjects(desk)
    .where('p.town_id', '=', desk.town)
    .where(sql<boolean>`${sql.join([sql`true`, ...(await conditionsOf(desk, filter))], sql` and `)}`)
    .orderBy('p.year', 'desc')
    .orderBy('p.number')
    .execute();
  const projects = rows.map(projectOf);
  if (filter.unit == null) return pageOf(projects, args, ({ uuid }) => uuid);
  const within = new Set(await unitsUnder(desk, filter.unit, 'filter.unit'));
  const units = await Promise.all(projects.map((project) => desk.load(unitsOfProjects, project)));
  const there = projects.filter((_, index) => units[index]?.some((unit) => within.has(unit)));
  return pageOf(there, args, ({ uuid }) => uuid);
}

async function conditionsOf(desk: Desk, filter: ProjectFilter): Promise<RawBuilder<boolean>[]> {
  const conditions: RawBuilder<boolean>[] = [];
  if (filter.year != null) conditions.push(sql`p.year = ${filter.year}`);
  if (filter.state != null) conditions.push(sql`p.state = any(${filter.state}::text[])`);
  if (filter.subject != null) {
    const { uuid } = await getEntry(desk, 'request_subject', filter.subject, 'filter.subject');
    conditions.push(sql`p.subject_id = ${uuid}`);
  }
  return conditions;
}

/** How many projects of a year a town has in each state, in the order of the states. One statement. */
export async function countProjects(desk: Desk, townId: number, year: number): Promise<ProjectCountType[]> {
  const rows = await desk.db
    .selectFrom('project')
    .select(['state', sql<number>`count(*)`.as('count')])
    .where('town_id', '=', townId)
    .where('year', '=', year)
    .groupBy('state')
    .execute();
  const byState = new Map(rows.map(({ state, count }) => [state, count]));
  return projectStates.map((state) => ({ state, count: byState.get(state) ?? 0 }));
}
