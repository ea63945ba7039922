import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { requireOfTown } from '../people/register-person.ts';
import { getRequestFor } from '../requests/find-request.ts';
import { nextNumber } from '../requests/request-number.ts';
import { paragraphs } from '../schema/text.ts';
import { holdTree } from '../towns/lock-tree.ts';
import type { RecordCallInput, RecordMissedCallInput } from './call.input.ts';
import { momentOfCall } from './call-moment.ts';
import { raiseOutOf } from './call-requests.ts';
import { unitOfCall } from './call-unit.ts';
import { readCaller } from './caller.ts';
import type { HotlineType } from './hotline.type.ts';
import { getHotlineFor } from './hotline-rows.ts';
import { type WholeCall, writeCallEvent } from './take-call-step.ts';

/**
 * Records a call that somebody took: answered at once, or passed on as requests, which are raised in the same transaction.
 * Returns its id in the town.
 * Errors: NOT_FOUND on input.hotline out of the actor's reach and on whatever else is not there; BAD_INPUT or CONFLICT on
 * the field at fault; those of raiseRequest on input.requests.N.
 */
export async function recordCall(desk: Desk, actor: Actor, input: RecordCallInput): Promise<string> {
  await holdTree(desk);
  const hotline = await getHotlineFor(desk, actor, 'call:record', input.hotline);
  const moment = momentOfCall(desk, hotline, input);
  const caller = await readCaller(desk, actor, input.caller ?? {}, moment.called_on, 'input.calledAt');
  const said = {
    answered_by_id: await requireOfTown(desk, 'person', input.answeredBy, 'input.answeredBy'),
    matter: paragraphs(input.matter, 'input.matter'),
    ...outcomeOf(input),
    about_id: input.about == null ? null : (await getRequestFor(desk, actor, input.about, 'input.about')).uuid,
  };
  const unit_id = await unitOfCall(desk, hotline, caller.household, moment.called_on);
  const row = await write(desk, actor, hotline, { ...moment, ...caller.columns, ...said, unit_id, missed: false });
  const { household_id } = caller.columns;
  await raiseOutOf(desk, actor, { call: row.id, household_id, on: moment.called_on }, input.requests ?? []);
  await writeCallEvent(desk, actor, row, 'TAKE', moment.called_at);
  return row.id;
}

/**
 * Records a call that nobody took, to be called back. Returns its id in the town.
 * Errors: NOT_FOUND on input.hotline out of the actor's reach and on whatever else is not there; BAD_INPUT or CONFLICT on
 * the field at fault.
 */
export async function recordMissedCall(desk: Desk, actor: Actor, input: RecordMissedCallInput): Promise<string> {
  await holdTree(desk);
  const hotline = await getHotlineFor(desk, actor, 'call:record', input.hotline);
  const moment = momentOfCall(desk, hotline, input);
  if (input.caller.telephone == null) throw badInput('input.caller.telephone', 'required');
  const caller = await readCaller(desk, actor, input.caller, moment.called_on, 'input.calledAt');
  const unit_id = await unitOfCall(desk, hotline, caller.household, moment.called_on);
  const nothing = { answered_by_id: null, matter: null, answer: null, about_id: null };
  const row = await write(desk, actor, hotline, {
    ...{ ...moment, ...caller.columns, ...nothing, unit_id, missed: true, state: 'MISSED' },
  });
  await writeCallEvent(desk, actor, row, 'MISS', moment.called_at);
  return row.id;
}

/**
 * What a call comes to: an answer, or requests, of which one must be told.
 * Errors: BAD_INPUT on input.answer.
 */
export function outcomeOf({ answer, requests }: Pick<RecordCallInput, 'answer' | 'requests'>) {
  const raises = requests != null && requests.length > 0;
  if (answer == null && !raises) throw badInput('input.answer', 'answerOrRequests');
  return {
    answer: answer == null ? null : paragraphs(answer, 'input.answer'),
    state: raises ? ('REQUESTED' as const) : ('ANSWERED' as const),
  };
}

type New = Omit<
  WholeCall,
  | 'town_id'
  | 'id'
  | 'year'
  | 'number'
  | 'hotline_id'
  | 'satisfaction'
  | 'recorded_at'
  | 'recorded_by'
  | 'audit_key'
  | 'version'
>;

async function write(desk: Desk, actor: Actor, { uuid: hotline_id }: HotlineType, known: New): Promise<WholeCall> {
  const year = Number(known.called_on.slice(0, 4));
  const row = {
    ...{ ...known, town_id: desk.town, id: newId(), hotline_id, satisfaction: null, recorded_at: desk.now },
    ...{ recorded_by: actor.accountId, audit_key: randomUUID(), version: 1 },
    ...{ year, number: await nextNumber(desk, year, 'call_counter') },
  };
  await desk.db.insertInto('call').values(row).execute();
  return row;
}
