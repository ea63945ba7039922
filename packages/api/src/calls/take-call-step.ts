import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { stepRow } from '../handling/step-row.ts';
import type { FollowUpWay } from '../requests/request.entity.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { requireVersion } from '../units/find-unit.ts';
import { momentOf } from './call-moment.ts';
import { reachesCall, selectCalls } from './call-rows.ts';
import { type CallStep, mayTake } from './call-states.ts';

/** What the input of every step has. */
export interface CallStepAsked {
  call: string;
  at?: Date | null;
  expectedVersion?: number | null;
}

/** A call's row with all that is known. */
export type WholeCall = Awaited<ReturnType<ReturnType<typeof selectWhole>['executeTakeFirstOrThrow']>>;

function selectWhole(desk: Desk) {
  return selectCalls(desk).select(['call.caller_name', 'call.telephone', 'call.matter', 'call.answer']);
}

/** What a step changes of a call, and what was written with it. */
export interface Brought {
  changes?: Partial<Omit<WholeCall, 'town_id' | 'id' | 'version'>>;
  text?: string | null;
  way?: FollowUpWay;
}

/**
 * Takes a step with the call that an input names, as `work` answers it. The call is held for it: of two at once the second
 * finds what the first has made of it. Returns the call's id in the town.
 * Errors: NOT_FOUND on input.call, also where the actor may not take the step with it; CONFLICT on input.expectedVersion,
 * or on input.call where it is in no state for the step; BAD_INPUT on input.at ahead or before the last step; those of
 * `work`.
 */
export async function takeCallStep(
  desk: Desk,
  actor: Actor,
  input: CallStepAsked,
  step: CallStep,
  work: (row: WholeCall, at: Date) => Brought | Promise<Brought>,
): Promise<string> {
  const row = await selectWhole(desk)
    .where('call.town_id', '=', desk.town)
    .where('call.id', '=', requireIdIn(desk.town, input.call, 'Call', 'input.call'))
    .forUpdate()
    .executeTakeFirst();
  // Whoever records calls at a hotline sees them there, too.
  const stands = row && { townId: desk.town, hotlineUuid: row.hotline_id };
  if (!row || !stands || !(await reachesCall(desk, actor, 'call:record', stands))) throw notFound('input.call');
  requireVersion(row, input.expectedVersion);
  if (!mayTake(row, step)) throw conflict('callStepNotNow', 'input.call');
  const at = await momentOfStep(desk, row, input.at);
  const { changes, ...brought } = await work(row, at);
  const after = { ...row, ...changes, version: row.version + 1 };
  await writeCallEvent(desk, actor, after, step, at, brought);
  await desk.db
    .updateTable('call')
    .set({ ...changes, version: after.version })
    .where('town_id', '=', desk.town)
    .where('id', '=', row.id)
    .execute();
  return row.id;
}

/** Writes the event of a step, with all that is known of the call after it. One statement. */
export async function writeCallEvent(
  desk: Desk,
  actor: Actor,
  after: WholeCall,
  step: CallStep,
  at: Date,
  brought: Pick<Brought, 'text' | 'way'> = {},
): Promise<void> {
  await desk.db
    .insertInto('call_event')
    .values(callEvent(desk, actor, after, step, at, brought))
    .execute();
}

/** The event of a step, with all that is known of the call after it. */
export function callEvent(
  desk: Desk,
  actor: Pick<Actor, 'accountId'>,
  after: WholeCall,
  step: CallStep,
  at: Date,
  { text, way }: Pick<Brought, 'text' | 'way'> = {},
) {
  return {
    ...stepRow(desk, actor, step, after, text),
    ...{ call_id: after.id, happened_at: at, called_at: after.called_at, seconds: after.seconds },
    ...{ answered_by_id: after.answered_by_id, household_id: after.household_id },
    ...{ resident_id: after.resident_id, caller_name: after.caller_name, telephone: after.telephone },
    ...{ matter: after.matter, answer: after.answer, about_id: after.about_id, satisfaction: after.satisfaction },
    way: way ?? null,
  };
}

/** When a step is taken. Errors: BAD_INPUT on input.at. */
async function momentOfStep(desk: Desk, row: WholeCall, given: Date | null | undefined): Promise<Date> {
  const at = momentOf(desk, given, 'input.at');
  if (given == null) return at;
  const { last } = await desk.db
    .selectFrom('call_event')
    .select((all) => all.fn.max('happened_at').as('last'))
    .where('town_id', '=', desk.town)
    .where('call_id', '=', row.id)
    .executeTakeFirstOrThrow();
  if (last !== null && at < last) throw badInput('input.at', 'stepBefore', { date: dayOf(last) });
  return at;
}
