import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireOfTown } from '../people/register-person.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import type { AnswerCallInput, FollowUpCallInput, TryCallerInput } from './call.input.ts';
import { raiseOutOf, requestsOfCalls } from './call-requests.ts';
import { callTransitions } from './call-states.ts';
import { unitOfCall } from './call-unit.ts';
import { readCaller } from './caller.ts';
import { findHotline } from './hotline-rows.ts';
import { outcomeOf } from './record-call.ts';
import { takeCallStep, type WholeCall } from './take-call-step.ts';

/**
 * Answers a call: one that was missed by calling back, one that was answered badly again, or one with further requests.
 * Returns its id in the town.
 * Errors: those of takeCallStep; NOT_FOUND, BAD_INPUT or CONFLICT on the field at fault; CONFLICT on input.call for an
 * answer alone to what was passed on as requests; those of raiseRequest on input.requests.N.
 */
export async function answerCall(desk: Desk, actor: Actor, input: AnswerCallInput): Promise<string> {
  await holdTree(desk);
  return takeCallStep(desk, actor, input, 'ANSWER', async (row, at) => {
    const { state, answer } = outcomeOf(input);
    if (state === 'ANSWERED' && (await hasRequests(desk, row))) throw conflict('callHasRequests', 'input.call');
    if (input.matter == null && row.matter === null) throw badInput('input.matter', 'required');
    const answered_by_id = await requireOfTown(desk, 'person', input.answeredBy, 'input.answeredBy');
    const known = input.caller == null ? {} : await callerAnew(desk, actor, row, input.caller);
    const changes = {
      ...{ ...known, state, answered_by_id, answer: answer ?? row.answer },
      matter: input.matter == null ? row.matter : paragraphs(input.matter, 'input.matter'),
    };
    const { household_id } = { ...row, ...known };
    await raiseOutOf(desk, actor, { call: row.id, household_id, on: dayOf(at) }, input.requests ?? []);
    return { changes };
  });
}

/**
 * Notes that a caller was not reached. Returns the call's id in the town.
 * Errors: those of takeCallStep; BAD_INPUT on input.note.
 */
export function tryCaller(desk: Desk, actor: Actor, input: TryCallerInput): Promise<string> {
  return takeCallStep(desk, actor, input, 'TRY', () => ({
    text: input.note == null ? null : oneLine(input.note, 'input.note', 200),
  }));
}

/**
 * Follows an answer up: whoever is satisfied closes the call, whoever is not opens it again. Returns its id in the town.
 * Errors: those of takeCallStep; BAD_INPUT on input.outcome.
 */
export function followUpCall(desk: Desk, actor: Actor, input: FollowUpCallInput): Promise<string> {
  const { way, satisfaction } = input;
  return takeCallStep(desk, actor, input, 'FOLLOW_UP', ({ state }) => {
    const text = paragraphs(input.outcome, 'input.outcome');
    const to = callTransitions.find((each) => each.satisfaction?.includes(satisfaction))?.to ?? state;
    return { changes: { state: to, satisfaction }, text, way };
  });
}

/** Whether requests were raised out of a call that are not withdrawn. */
export async function hasRequests(desk: Desk, { id }: WholeCall): Promise<boolean> {
  const requests = await desk.load(requestsOfCalls, { townId: desk.town, uuid: id });
  return requests.some(({ state }) => state !== 'WITHDRAWN');
}

/** What changes of a call with who called, as an input says anew, and with its day. Errors: those of readCaller. */
export async function callerAnew(
  desk: Desk,
  actor: Actor,
  { hotline_id, called_on }: Pick<WholeCall, 'hotline_id' | 'called_on'>,
  asked: NonNullable<AnswerCallInput['caller']>,
) {
  const hotline = await findHotline(desk, { townId: desk.town, uuid: hotline_id });
  if (!hotline) throw notFound('input.call');
  const caller = await readCaller(desk, actor, asked, called_on, 'input.caller.household');
  return { ...caller.columns, unit_id: await unitOfCall(desk, hotline, caller.household, called_on) };
}
