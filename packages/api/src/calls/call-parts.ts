import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { CallAccount, CallEventType } from './call.type.ts';

/** What is personal of a call, and whom it is about. */
interface CallRecord extends CallAccount {
  /** The audit key of the household that called, or the call's own. */
  subject: string;
}

/** Batch of what is personal of calls. One statement. */
export async function recordsOfCalls(desk: Desk, keys: readonly TownKey[]): Promise<(CallRecord | undefined)[]> {
  const rows = await desk.db
    .selectFrom('call')
    .leftJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'call.town_id').onRef('h.id', '=', 'call.household_id'),
    )
    .select(['call.town_id', 'call.id', 'call.caller_name', 'call.telephone', 'call.matter', 'call.answer'])
    .select(['call.audit_key', 'h.audit_key as household_key'])
    .where('call.town_id', 'in', townsOf(keys))
    .where('call.id', 'in', idsOf(keys))
    .execute();
  return paired(
    keys,
    rows,
    'id',
    ({ caller_name: callerName, telephone, matter, answer, household_key, audit_key }) => ({
      ...{ callerName, telephone, matter, answer },
      subject: household_key ?? audit_key,
    }),
  );
}

/** Batch of the steps of calls, the first one first. One statement. */
export async function eventsOfCalls(desk: Desk, keys: readonly TownKey[]): Promise<CallEventType[][]> {
  const rows = await desk.db
    .selectFrom('call_event as e')
    .innerJoin('call', (join) => join.onRef('call.town_id', '=', 'e.town_id').onRef('call.id', '=', 'e.call_id'))
    .leftJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'e.town_id').onRef('h.id', '=', 'e.household_id'),
    )
    .select(['e.town_id', 'e.call_id', 'e.seq', 'e.step', 'e.happened_at', 'e.recorded_at', 'e.recorded_by'])
    .select(['e.state', 'e.called_at', 'e.seconds', 'e.answered_by_id', 'e.household_id', 'e.caller_name'])
    .select(['e.telephone', 'e.matter', 'e.answer', 'e.text', 'e.way', 'e.satisfaction'])
    .select(['call.audit_key', 'h.audit_key as household_key'])
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.call_id', 'in', idsOf(keys))
    .orderBy('e.seq')
    .execute();
  return parted(keys, rows, 'call_id', (row) => ({
    townId: row.town_id,
    recordedById: row.recorded_by,
    answeredByUuid: row.answered_by_id,
    householdUuid: row.household_id,
    subject: row.household_key ?? row.audit_key,
    inFull: { callerName: row.caller_name, telephone: row.telephone, matter: row.matter, answer: row.answer },
    textInFull: row.text,
    seq: row.seq,
    step: row.step,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    state: row.state,
    calledAt: row.called_at,
    seconds: row.seconds,
    way: row.way,
    satisfaction: row.satisfaction,
  }));
}
