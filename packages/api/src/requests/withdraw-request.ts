import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { paragraphs } from '../schema/text.ts';
import { type StepAsked, takeSteps } from './take-steps.ts';

/**
 * Withdraws a request that was raised in error or is taken back, for whoever may raise one there, as long as it was never
 * referred to a party outside or handled. Returns its id in the town.
 * Errors: those of takeSteps; BAD_INPUT on input.reason.
 */
export function withdrawRequest(desk: Desk, actor: Actor, input: StepAsked & { reason: string }): Promise<string> {
  return takeSteps(desk, actor, input, 'WITHDRAW', ({ on, state }) => [
    { step: 'WITHDRAW', on, changes: { state }, text: paragraphs(input.reason, 'input.reason') },
  ]);
}
