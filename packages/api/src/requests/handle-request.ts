import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import type { EvidenceKind } from '../handling/classes.ts';
import { paragraphs } from '../schema/text.ts';
import { evidenceOf, type Handling, handleSteps } from './handle-steps.ts';
import { type StepAsked, takeSteps } from './take-steps.ts';

/**
 * Adds evidence to a request. Returns its id in the town. Errors: those of takeSteps; BAD_INPUT on input.text.
 */
export function addRequestEvidence(
  desk: Desk,
  actor: Actor,
  input: StepAsked & { kind: EvidenceKind; text: string },
): Promise<string> {
  return takeSteps(desk, actor, input, 'ADD_EVIDENCE', ({ on }) => [
    { step: 'ADD_EVIDENCE', on, evidence: input.kind, text: paragraphs(input.text, 'input.text') },
  ]);
}

/**
 * Says that a request is handled, and how, with the evidence that is still missing. Returns its id in the town.
 * Errors: those of takeSteps and handleSteps.
 */
export function handleRequest(desk: Desk, actor: Actor, input: StepAsked & Handling): Promise<string> {
  return takeSteps(desk, actor, input, 'HANDLE', async ({ row, on }) =>
    handleSteps(row, await evidenceOf(desk, row.id), input, on, 'input'),
  );
}
