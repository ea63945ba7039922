import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { TownKey } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { placeWith } from '../units/standing-under.ts';
import type { ProjectType } from './project.type.ts';
import { unitsOfProjects } from './project-parts.ts';
import { projectsById } from './project-rows.ts';
import { type ProjectStep, projectTransitions } from './project-states.ts';

/** Whether a permission reaches a project: every unit of it, or what that has gone into, or, without any, the town. */
export async function reachesProject(desk: Desk, actor: Actor, permission: Permission, key: TownKey): Promise<boolean> {
  return reachesUnits(desk, actor, permission, key.townId, await desk.load(unitsOfProjects, key));
}

/** The same of units that are named. */
export async function reachesUnits(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  townId: number,
  units: readonly string[],
): Promise<boolean> {
  const at = units.length === 0 ? [null] : units;
  const places = await Promise.all(at.map((unit) => placeWith(desk, townId, unit)));
  return places.every((place) => reaches(actor, permission, place));
}

/** A project of a town in which the viewer sees projects. Errors: NOT_FOUND on `field`. */
export async function getProject(ctx: Context, id: string, field = 'id'): Promise<ProjectType> {
  const { townId, key: uuid } = requireId(id, 'Project', field);
  const desk = await ctx.readTownFor('project:read', townId);
  const project = await desk?.load(projectsById, { townId, uuid });
  if (!project) throw notFound(field);
  return project;
}

/** The steps that somebody may take with a project now, in the order of the table. */
export async function projectActions(desk: Desk, actor: Actor, project: ProjectType): Promise<ProjectStep[]> {
  const possible = projectTransitions.filter(({ from }) => from.includes(project.state));
  const may = await Promise.all(possible.map(({ permission }) => reachesProject(desk, actor, permission, project)));
  return possible.filter((_, index) => may[index]).map(({ step }) => step);
}
