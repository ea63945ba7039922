import type { Actor } from '../access/actor.ts';
import { holdsIn } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { dayOfStep } from '../handling/day-of-step.ts';
import { stepRow } from '../handling/step-row.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { requireVersion } from '../units/find-unit.ts';
import { reachesProject } from './project-reach.ts';
import { type ProjectRow, selectProjects } from './project-rows.ts';
import { type ProjectStep, projectTransition } from './project-states.ts';

/** What the input of every step has. */
export interface ProjectStepAsked {
  project: string;
  on?: string | null;
  expectedVersion?: number | null;
}

/** What steps change of a project. */
type Changing = 'name' | 'goal' | 'budget' | 'adopted_on' | 'due_on' | 'completed_on' | 'holder_id';

/** What a step changes beside the state, and what its event tells. */
interface Brought {
  changes?: Partial<Pick<ProjectRow, Changing>>;
  requests?: number;
  text?: string | undefined;
}

/**
 * Takes a step with the project that an input names, as `work` answers it; `work` is given the project with the number
 * that the step will have. The project is held for it: of two at once the second finds what the first has made of it.
 * Returns the project's id in the town.
 * Errors: NOT_FOUND on input.project, also where the actor may not take the step with it; CONFLICT on
 * input.expectedVersion, or on input.project where it is in no state for the step; BAD_INPUT on input.on ahead or before
 * the last step; those of `work`.
 */
export async function takeProjectStep(
  desk: Desk,
  actor: Actor,
  input: ProjectStepAsked,
  step: ProjectStep,
  work: (row: ProjectRow, on: string, seq: number) => Brought | Promise<Brought>,
): Promise<string> {
  const row = await selectProjects(desk)
    .where('p.town_id', '=', desk.town)
    .where('p.id', '=', requireIdIn(desk.town, input.project, 'Project', 'input.project'))
    .forUpdate()
    .executeTakeFirst();
  if (!row || !holdsIn(actor, 'project:read', desk.town)) throw notFound('input.project');
  const transition = projectTransition(row.state, step);
  const key = { townId: desk.town, uuid: row.id };
  // Where the state takes no such step, whoever sees the project may know.
  if (transition && !(await reachesProject(desk, actor, transition.permission, key))) throw notFound('input.project');
  requireVersion(row, input.expectedVersion);
  if (!transition) throw conflict('projectStepNotNow', 'input.project');
  const on = await dayOfStep(desk, 'project', [row.id], input.on);
  const { changes, ...told } = await work(row, on, row.version + 1);
  const after = { ...row, ...changes, state: transition.to ?? row.state, version: row.version + 1 };
  await writeProjectEvent(desk, actor, after, step, on, told);
  await desk.db
    .updateTable('project')
    .set({ ...changes, state: after.state, version: after.version })
    .where('town_id', '=', desk.town)
    .where('id', '=', row.id)
    .execute();
  return row.id;
}

/** Writes the event of a step, with what the project was after it. One statement. */
export async function writeProjectEvent(
  desk: Desk,
  actor: Actor,
  after: ProjectRow,
  step: ProjectStep,
  on: string,
  { requests, text }: Pick<Brought, 'requests' | 'text'>,
): Promise<void> {
  await desk.db
    .insertInto('project_event')
    .values({
      ...stepRow(desk, actor, step, after, text),
      project_id: after.id,
      happened_on: on,
      holder_id: after.holder_id,
      due_on: after.due_on,
      requests: requests || null,
    })
    .execute();
}
