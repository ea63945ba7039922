import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { paragraphs } from '../schema/text.ts';
import type { Keeping, MediationEnd } from './mediation-states.ts';
import { type MediationStepAsked, takeMediationStep } from './take-mediation-step.ts';

/**
 * Puts down the agreement, which is to be looked at by a day. Returns the mediation's id in the town.
 * Errors: those of takeMediationStep; BAD_INPUT on input.agreement, or on input.checkOn before the agreement.
 */
export function agreeMediation(
  desk: Desk,
  actor: Actor,
  input: MediationStepAsked & { agreement: string; checkOn: string },
): Promise<string> {
  return takeMediationStep(desk, actor, input, 'AGREE', (_row, on) => ({
    changes: { agreed_on: on, check_on: dayToCheck(input.checkOn, on) },
    text: paragraphs(input.agreement, 'input.agreement'),
  }));
}

/**
 * Ends a mediation without an agreement. Returns its id in the town.
 * Errors: those of takeMediationStep; BAD_INPUT on input.reason.
 */
export function endMediation(
  desk: Desk,
  actor: Actor,
  input: MediationStepAsked & { end: MediationEnd; reason: string },
): Promise<string> {
  const work = () => ({ text: paragraphs(input.reason, 'input.reason') });
  return takeMediationStep(desk, actor, input, 'END', work, { end: input.end });
}

/**
 * Puts down whether an agreement is kept: where it was broken, the mediation is under way again. Returns its id in the town.
 * Errors: those of takeMediationStep; BAD_INPUT on input.note, or on input.checkOn where it is to be looked at again and
 * the day is missing or before.
 */
export function checkAgreement(
  desk: Desk,
  actor: Actor,
  input: MediationStepAsked & { keeping: Keeping; note: string; checkOn?: string | null },
): Promise<string> {
  const { keeping } = input;
  const work = ({ agreed_on }: { agreed_on: string | null }, on: string) => {
    const text = paragraphs(input.note, 'input.note');
    if (keeping === 'NOT_YET' && input.checkOn == null) throw badInput('input.checkOn', 'required');
    const check_on = keeping === 'NOT_YET' ? dayToCheck(input.checkOn ?? on, on) : null;
    return { changes: { agreed_on: keeping === 'BROKEN' ? null : agreed_on, check_on }, text };
  };
  return takeMediationStep(desk, actor, input, 'CHECK', work, { keeping });
}

/** Begins a mediation again. Returns its id in the town. Errors: those of takeMediationStep; BAD_INPUT on input.reason. */
export function resumeMediation(
  desk: Desk,
  actor: Actor,
  input: MediationStepAsked & { reason: string },
): Promise<string> {
  return takeMediationStep(desk, actor, input, 'RESUME', () => ({
    text: paragraphs(input.reason, 'input.reason'),
  }));
}

function dayToCheck(given: string, on: string): string {
  if (given < on) throw badInput('input.checkOn', 'stepBefore', { date: on });
  return dayOfChange(given, on, 'input.checkOn');
}
