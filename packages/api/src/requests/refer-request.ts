import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { getEntryInUse } from '../handling/listed.ts';
import { paragraphs } from '../schema/text.ts';
import { type StepAsked, takeSteps } from './take-steps.ts';

/**
 * Refers a request to a party outside; its holder stays, and its deadline runs on. Returns its id in the town.
 * Errors: those of takeSteps; NOT_FOUND or CONFLICT on input.party; BAD_INPUT on input.note.
 */
export function referRequest(
  desk: Desk,
  actor: Actor,
  input: StepAsked & { party: string; note?: string | null },
): Promise<string> {
  return takeSteps(desk, actor, input, 'REFER', async ({ on, state }) => {
    const { uuid } = await getEntryInUse(desk, 'external_party', input.party, 'input.party', on);
    const note = input.note == null ? {} : { text: paragraphs(input.note, 'input.note') };
    return [{ step: 'REFER', on, changes: { state, party_id: uuid }, ...note }];
  });
}

/**
 * Notes what the party answered to which a request was referred: it is with its holder again. Returns its id in the town.
 * Errors: those of takeSteps; BAD_INPUT on input.answer.
 */
export function notePartyAnswer(desk: Desk, actor: Actor, input: StepAsked & { answer: string }): Promise<string> {
  return takeSteps(desk, actor, input, 'NOTE_ANSWER', ({ on, state }) => [
    { step: 'NOTE_ANSWER', on, changes: { state }, text: paragraphs(input.answer, 'input.answer') },
  ]);
}
