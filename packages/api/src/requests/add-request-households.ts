import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import { type Concerned, readConcerned, writeConcerned } from './concern-households.ts';
import { type StepAsked, takeSteps } from './take-steps.ts';

/**
 * Adds households that a request concerns, too. Returns its id in the town. Errors: those of takeSteps, of readConcerned on
 * input.concerns; BAD_INPUT there where none are named, CONFLICT where it concerns all of them already.
 */
export function addRequestHouseholds(
  desk: Desk,
  actor: Actor,
  input: StepAsked & { concerns: Concerned },
): Promise<string> {
  return takeSteps(desk, actor, input, 'ADD_HOUSEHOLDS', async ({ row, on }) => {
    const { units, households } = input.concerns;
    if (!units?.length && !households?.length) throw badInput('input.concerns', 'required');
    const concerned = await readConcerned(desk, actor, input.concerns, on, 'input.concerns');
    const added = await writeConcerned(desk, row.id, concerned, on);
    if (added === 0) throw conflict('concernedAlready', 'input.concerns');
    return [{ step: 'ADD_HOUSEHOLDS', on, added }];
  });
}
