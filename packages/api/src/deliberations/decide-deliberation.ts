import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import { paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { decideByRule } from './decide-by-rule.ts';
import { countsOf } from './deliberation-parts.ts';
import { ruleVersionsById } from './rule-rows.ts';
import { type DeliberationStepAsked, takeDeliberationStep } from './take-deliberation-step.ts';

/**
 * Has the rule decide a vote that is over. What comes of it nobody chooses. Returns the deliberation's id in the town.
 * Errors: those of takeDeliberationStep; BAD_INPUT on input.on before the vote closed.
 */
export function decideDeliberation(desk: Desk, actor: Actor, input: DeliberationStepAsked): Promise<string> {
  return takeDeliberationStep(desk, actor, input, 'DECIDE', async (row, on) => {
    const rule = await desk.load(ruleVersionsById, { townId: desk.town, uuid: row.rule_version_id ?? '' });
    if (!rule || !row.closes_at) throw new Error(`Deliberation ${row.id} was opened under no rule`);
    const closedOn = dayOf(row.closes_at);
    if (on < closedOn) throw badInput('input.on', 'stepBefore', { date: closedOn });
    const tally = await desk.load(countsOf, { townId: desk.town, uuid: row.id });
    const { passed } = decideByRule(rule, tally);
    return { changes: { decided_on: on, passed }, state: passed ? 'PASSED' : 'REJECTED' };
  });
}

/**
 * Begins the work that was passed. Returns the deliberation's id in the town.
 * Errors: those of takeDeliberationStep; CONFLICT on input.deliberation while an objection has no answer; BAD_INPUT on input.report.
 */
export function beginWork(
  desk: Desk,
  actor: Actor,
  input: DeliberationStepAsked & { report: string },
): Promise<string> {
  return takeDeliberationStep(desk, actor, input, 'BEGIN_WORK', async ({ id: uuid }) => {
    const { unanswered } = await desk.load(countsOf, { townId: desk.town, uuid });
    if (unanswered > 0) throw conflict('objectionsUnanswered', 'input.deliberation', { count: unanswered });
    return { text: paragraphs(input.report, 'input.report') };
  });
}

/** Reports on the work, finishes it, or puts down how it is afterwards. Returns the deliberation's id in the town. Errors: those of takeDeliberationStep; BAD_INPUT on input.report. */
export function followWork(
  desk: Desk,
  actor: Actor,
  input: DeliberationStepAsked & { report: string },
  step: 'REPORT' | 'FINISH' | 'CHECK',
): Promise<string> {
  return takeDeliberationStep(desk, actor, input, step, () => ({ text: paragraphs(input.report, 'input.report') }));
}

/** Calls a deliberation off. Returns its id in the town. Errors: those of takeDeliberationStep; BAD_INPUT on input.reason. */
export function callOff(desk: Desk, actor: Actor, input: DeliberationStepAsked & { reason: string }): Promise<string> {
  return takeDeliberationStep(desk, actor, input, 'CALL_OFF', () => ({
    text: paragraphs(input.reason, 'input.reason'),
  }));
}
