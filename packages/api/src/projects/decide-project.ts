import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { requireOfTown } from '../people/register-person.ts';
import { dayOfChange } from '../schema/day.ts';
import { paragraphs } from '../schema/text.ts';
import { type ProjectStepAsked, takeProjectStep } from './take-project-step.ts';

/**
 * Adopts a project as one of its year's. Returns its id in the town.
 * Errors: those of takeProjectStep; NOT_FOUND on input.holder; BAD_INPUT on input.dueOn before the step, or input.note.
 */
export function adoptProject(
  desk: Desk,
  actor: Actor,
  input: ProjectStepAsked & { holder: string; dueOn?: string | null; note?: string | null },
): Promise<string> {
  return takeProjectStep(desk, actor, input, 'ADOPT', async (_row, on) => {
    const holder_id = await requireOfTown(desk, 'person', input.holder, 'input.holder');
    const due_on = input.dueOn == null ? null : dayOfChange(input.dueOn, on, 'input.dueOn');
    if (due_on !== null && due_on < on) throw badInput('input.dueOn', 'stepBefore', { date: on });
    const text = input.note == null ? undefined : paragraphs(input.note, 'input.note');
    return { changes: { adopted_on: on, holder_id, due_on }, text };
  });
}

/** Does not adopt a project. Returns its id in the town. Errors: those of takeProjectStep; BAD_INPUT on input.reason. */
export function rejectProject(desk: Desk, actor: Actor, input: ProjectStepAsked & { reason: string }): Promise<string> {
  return takeProjectStep(desk, actor, input, 'REJECT', async ({ id }, _on, seq) => {
    const text = paragraphs(input.reason, 'input.reason');
    await freeRequests(desk, id, seq);
    return { text };
  });
}

/** Puts down how far a project is. Returns its id in the town. Errors: those of takeProjectStep; BAD_INPUT on input.report. */
export function reportProject(desk: Desk, actor: Actor, input: ProjectStepAsked & { report: string }): Promise<string> {
  return takeProjectStep(desk, actor, input, 'REPORT', () => ({ text: paragraphs(input.report, 'input.report') }));
}

/** Completes a project. Returns its id in the town. Errors: those of takeProjectStep; BAD_INPUT on input.result. */
export function completeProject(
  desk: Desk,
  actor: Actor,
  input: ProjectStepAsked & { result: string },
): Promise<string> {
  return takeProjectStep(desk, actor, input, 'COMPLETE', (_row, on) => ({
    changes: { completed_on: on },
    text: paragraphs(input.result, 'input.result'),
  }));
}

/** Gives a project up. Returns its id in the town. Errors: those of takeProjectStep; BAD_INPUT on input.reason. */
export function dropProject(desk: Desk, actor: Actor, input: ProjectStepAsked & { reason: string }): Promise<string> {
  return takeProjectStep(desk, actor, input, 'DROP', async ({ id }, _on, seq) => {
    const text = paragraphs(input.reason, 'input.reason');
    await freeRequests(desk, id, seq);
    return { text };
  });
}

/** Ends the links of a project that will not be done, with the step that says so: other projects may take its requests. */
async function freeRequests(desk: Desk, project: string, seq: number): Promise<void> {
  await desk.db
    .updateTable('project_request')
    .set({ ended_seq: seq })
    .where('town_id', '=', desk.town)
    .where('project_id', '=', project)
    .where('ended_seq', 'is', null)
    .execute();
}
