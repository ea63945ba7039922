import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { requireOfTown } from '../people/register-person.ts';
import { type StepAsked, takeSteps } from './take-steps.ts';

/**
 * Says who holds a request at its level, also in the place of somebody else. Returns its id in the town.
 * Errors: those of takeSteps; NOT_FOUND on input.holder.
 */
export function acceptRequest(desk: Desk, actor: Actor, input: StepAsked & { holder: string }): Promise<string> {
  return takeSteps(desk, actor, input, 'ACCEPT', async ({ on, state }) => {
    const holder_id = await requireOfTown(desk, 'person', input.holder, 'input.holder');
    return [{ step: 'ACCEPT', on, changes: { state, holder_id } }];
  });
}
