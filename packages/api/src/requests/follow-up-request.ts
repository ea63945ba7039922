import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { deadlineFor } from '../handling/deadlines.ts';
import type { Satisfaction } from '../handling/transitions.ts';
import { paragraphs } from '../schema/text.ts';
import type { FollowUpWay } from './request.entity.ts';
import { type StepAsked, takeSteps } from './take-steps.ts';

/**
 * Follows up a handled request: whoever is satisfied closes it, whoever is not opens it again, with its holder and a new
 * deadline. Returns its id in the town.
 * Errors: those of takeSteps; BAD_INPUT on input.outcome.
 */
export function followUpRequest(
  desk: Desk,
  actor: Actor,
  input: StepAsked & { way: FollowUpWay; satisfaction: Satisfaction; outcome: string },
): Promise<string> {
  const { way, satisfaction } = input;
  const work = async ({ row, on, state }: Parameters<Parameters<typeof takeSteps>[4]>[0]) => {
    const text = paragraphs(input.outcome, 'input.outcome');
    const again =
      state === 'CLOSED' ? {} : { handled_on: null, due_on: await deadlineFor(desk, row.subject_id, row.level, on) };
    const changes = { state, satisfaction, ...again };
    return [{ step: 'FOLLOW_UP' as const, on, changes, text, way, satisfaction }];
  };
  return takeSteps(desk, actor, input, 'FOLLOW_UP', work, satisfaction);
}
