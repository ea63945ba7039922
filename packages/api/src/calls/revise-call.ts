import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { householdsById, requireLiving } from '../households/find-household.ts';
import { requireOfTown } from '../people/register-person.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { callerAnew, hasRequests } from './answer-call.ts';
import type { ReviseCallInput, WithdrawCallInput } from './call.input.ts';
import { momentOfCall } from './call-moment.ts';
import { unitOfCall } from './call-unit.ts';
import { findHotline } from './hotline-rows.ts';
import { takeCallStep, type WholeCall } from './take-call-step.ts';

const longestReason = 200;

/**
 * Writes a call anew; what was written before stays in its events. A call whose day or caller is corrected counts for the
 * block of the new one. Returns its id in the town.
 * Errors: those of takeCallStep; NOT_FOUND, BAD_INPUT or CONFLICT on the field at fault; CONFLICT on input.answeredBy,
 * input.matter or input.answer of a call that nobody has answered yet.
 */
export async function reviseCall(desk: Desk, actor: Actor, input: ReviseCallInput): Promise<string> {
  await holdTree(desk);
  return takeCallStep(desk, actor, input, 'REVISE', async (row) => {
    const text = oneLine(input.reason, 'input.reason', longestReason);
    for (const field of ['answeredBy', 'matter', 'answer'] as const) {
      if (input[field] != null && row.state === 'MISSED') throw conflict('callNotAnswered', `input.${field}`);
    }
    const moment = await momentAnew(desk, row, input);
    const caller = input.caller;
    if (caller && caller.telephone == null && row.state === 'MISSED') {
      throw badInput('input.caller.telephone', 'required');
    }
    const known = caller ? await callerAnew(desk, actor, { ...row, ...moment }, caller) : {};
    return {
      text,
      changes: {
        ...{ ...moment, ...known },
        ...(input.answeredBy == null
          ? {}
          : { answered_by_id: await requireOfTown(desk, 'person', input.answeredBy, 'input.answeredBy') }),
        ...(input.matter == null ? {} : { matter: paragraphs(input.matter, 'input.matter') }),
        ...(input.answer == null ? {} : { answer: paragraphs(input.answer, 'input.answer') }),
      },
    };
  });
}

/**
 * Withdraws a call that never was or was recorded twice, as long as it was never followed up: it counts nowhere, and stays to
 * be read with the reason. Returns its id in the town.
 * Errors: those of takeCallStep; BAD_INPUT on input.reason; CONFLICT on input.call while its requests are not withdrawn.
 */
export function withdrawCall(desk: Desk, actor: Actor, input: WithdrawCallInput): Promise<string> {
  return takeCallStep(desk, actor, input, 'WITHDRAW', async (row) => {
    const text = oneLine(input.reason, 'input.reason', longestReason);
    if (await hasRequests(desk, row)) throw conflict('callHasRequests', 'input.call');
    return { changes: { state: 'WITHDRAWN' }, text };
  });
}

/** When a call rang, as it is corrected, with the block for which it counts then; nothing where that stays. */
async function momentAnew(desk: Desk, row: WholeCall, { calledAt, seconds }: ReviseCallInput) {
  if (calledAt == null && seconds == null) return {};
  const hotline = await findHotline(desk, { townId: desk.town, uuid: row.hotline_id });
  if (!hotline) throw notFound('input.call');
  const asked = { calledAt: calledAt ?? row.called_at, seconds: seconds ?? row.seconds };
  const moment = momentOfCall(desk, hotline, asked);
  const key = { townId: desk.town, uuid: row.household_id ?? '' };
  const household = row.household_id === null ? undefined : await desk.load(householdsById, key);
  if (household) requireLiving(household, moment.called_on, 'input.calledAt', 'input.calledAt');
  return { ...moment, unit_id: await unitOfCall(desk, hotline, household ?? null, moment.called_on) };
}
