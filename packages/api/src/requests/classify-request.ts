import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import type { HandlingClass } from '../handling/classes.ts';
import { getEntryInUse } from '../handling/listed.ts';
import { type StepAsked, takeSteps } from './take-steps.ts';

/**
 * Says of which class of handling a request is, or that it is about another subject. Its deadline stays. Returns its id in
 * the town.
 * Errors: those of takeSteps; BAD_INPUT on input.handlingClass where neither is said; NOT_FOUND or CONFLICT on
 * input.subject.
 */
export function classifyRequest(
  desk: Desk,
  actor: Actor,
  input: StepAsked & { handlingClass?: HandlingClass | null; subject?: string | null },
): Promise<string> {
  return takeSteps(desk, actor, input, 'CLASSIFY', async ({ row, on }) => {
    const { handlingClass, subject } = input;
    if (handlingClass == null && subject == null) throw badInput('input.handlingClass', 'required');
    const entry = subject == null ? null : await getEntryInUse(desk, 'request_subject', subject, 'input.subject', on);
    const changes = {
      handling_class: handlingClass ?? row.handling_class,
      subject_id: entry?.uuid ?? row.subject_id,
    };
    return [{ step: 'CLASSIFY', on, changes }];
  });
}
