import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import { deadlineFor } from '../handling/deadlines.ts';
import { levelsAbove, levelsBelow, levelsOn, type RequestLevel } from '../handling/levels.ts';
import { paragraphs } from '../schema/text.ts';
import { type StepAsked, takeSteps } from './take-steps.ts';

/** To which level, and why; the nearest unless told. */
type Move = StepAsked & { level?: RequestLevel | null; reason: string };

/**
 * Brings a request to a higher level, where somebody has to accept it, with a deadline of its own. Returns its id in the
 * town.
 * Errors: those of takeSteps; BAD_INPUT on input.level for one that is not above, or that has no unit there, or on
 * input.reason; CONFLICT on input.request at the highest level.
 */
export function escalateRequest(desk: Desk, actor: Actor, input: Move): Promise<string> {
  return moveRequest(desk, actor, input, 'ESCALATE');
}

/** Gives a request back to a lower level: see escalateRequest. */
export function returnRequest(desk: Desk, actor: Actor, input: Move): Promise<string> {
  return moveRequest(desk, actor, input, 'RETURN');
}

function moveRequest(desk: Desk, actor: Actor, input: Move, step: 'ESCALATE' | 'RETURN'): Promise<string> {
  return takeSteps(desk, actor, input, step, async ({ row, standing, on, state }) => {
    const levels = levelsOn(standing.path);
    const ways = step === 'ESCALATE' ? levelsAbove(levels, row.level) : levelsBelow(levels, row.level);
    if (ways.length === 0) throw conflict(step === 'ESCALATE' ? 'highestLevel' : 'lowestLevel', 'input.request');
    const to = ways.find(({ level }) => input.level == null || level === input.level);
    if (!to) throw badInput('input.level', 'noSuchLevel');
    const due_on = await deadlineFor(desk, row.subject_id, to.level, on);
    const changes = { state, level: to.level, holder_id: null, party_id: null, due_on };
    return [{ step, on, changes, text: paragraphs(input.reason, 'input.reason') }];
  });
}
