import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict } from '../errors.ts';
import { numberWithin } from '../schema/number.ts';
import { paragraphs } from '../schema/text.ts';
import { extendedDue, mostDaysMore } from './petition-deadlines.ts';
import type { PetitionOutcome } from './petition-states.ts';
import { type PetitionStepAsked, takePetitionStep } from './take-petition-step.ts';

/**
 * Extends the deadline of an accepted petition, once, before it is over. Returns its id in the town.
 * Errors: those of takePetitionStep; CONFLICT on input.petition where it was extended or the deadline is over; BAD_INPUT on
 * input.days or input.reason.
 */
export function extendPetition(
  desk: Desk,
  actor: Actor,
  input: PetitionStepAsked & { days: number; reason: string },
): Promise<string> {
  return takePetitionStep(desk, actor, input, 'EXTEND', ({ due_on, extended_by }, on) => {
    const days = numberWithin(input.days, [1, mostDaysMore], 'input.days');
    const text = paragraphs(input.reason, 'input.reason');
    if (extended_by !== null) throw conflict('extendedAlready', 'input.petition');
    if (due_on === null || on > due_on) throw conflict('deadlineOver', 'input.petition', { date: due_on ?? on });
    return { changes: { extended_by: days, due_on: extendedDue(due_on, days) }, text };
  });
}

/** Answers a petition. Returns its id in the town. Errors: those of takePetitionStep; BAD_INPUT on input.answer. */
export function answerPetition(
  desk: Desk,
  actor: Actor,
  input: PetitionStepAsked & { answer: string },
): Promise<string> {
  return takePetitionStep(desk, actor, input, 'ANSWER', (_row, on) => ({
    changes: { answered_on: on, due_on: null },
    text: paragraphs(input.answer, 'input.answer'),
  }));
}

/** Closes an answered petition. Returns its id in the town. Errors: those of takePetitionStep; BAD_INPUT on input.note. */
export function closePetition(
  desk: Desk,
  actor: Actor,
  input: PetitionStepAsked & { outcome: PetitionOutcome; note?: string | null },
): Promise<string> {
  return takePetitionStep(desk, actor, input, 'CLOSE', (_row, on) => ({
    changes: { closed_on: on, outcome: input.outcome },
    text: input.note == null ? undefined : paragraphs(input.note, 'input.note'),
  }));
}

/** Puts down that petitioners withdraw. Returns the id in the town. Errors: as for declining, on input.reason. */
export function withdrawPetition(
  desk: Desk,
  actor: Actor,
  input: PetitionStepAsked & { reason: string },
): Promise<string> {
  return takePetitionStep(desk, actor, input, 'WITHDRAW', () => ({
    changes: { due_on: null },
    text: paragraphs(input.reason, 'input.reason'),
  }));
}
