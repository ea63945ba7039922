import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { paragraphs } from '../schema/text.ts';
import { type ReliefStepAsked, type ReliefStepsAsked, takeReliefStep, takeReliefSteps } from './take-relief-steps.ts';

/** Endorses an application, for its unit. Returns its id in the town. Errors: those of takeReliefStep; BAD_INPUT on input.note. */
export function endorseRelief(
  desk: Desk,
  actor: Actor,
  input: ReliefStepAsked & { note?: string | null },
): Promise<string> {
  return takeReliefStep(desk, actor, input, 'ENDORSE', () => ({ text: noteOf(input) }));
}

/** Endorses many applications at once. Returns their ids in the town. Errors: those of takeReliefSteps; BAD_INPUT on input.note. */
export function endorseReliefTogether(
  desk: Desk,
  actor: Actor,
  input: ReliefStepsAsked & { note?: string | null },
): Promise<string[]> {
  return takeReliefSteps(desk, actor, input, 'ENDORSE', (rows) => {
    const text = noteOf(input);
    return rows.map(() => ({ text }));
  });
}

/** Refuses an application. Returns its id in the town. Errors: those of takeReliefStep; BAD_INPUT on input.reason. */
export function refuseRelief(desk: Desk, actor: Actor, input: ReliefStepAsked & { reason: string }): Promise<string> {
  return takeReliefStep(desk, actor, input, 'REFUSE', () => ({ text: paragraphs(input.reason, 'input.reason') }));
}

/** Withdraws an application. Returns its id in the town. Errors: those of takeReliefStep; BAD_INPUT on input.reason. */
export function withdrawRelief(desk: Desk, actor: Actor, input: ReliefStepAsked & { reason: string }): Promise<string> {
  return takeReliefStep(desk, actor, input, 'WITHDRAW', () => ({ text: paragraphs(input.reason, 'input.reason') }));
}

/** What is to be said of an approval. Errors: BAD_INPUT on input.note. */
export function noteOf({ note }: { note?: string | null }): string | undefined {
  return note == null ? undefined : paragraphs(note, 'input.note');
}
