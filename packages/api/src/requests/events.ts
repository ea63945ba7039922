import { idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { RequestEventType } from './request.type.ts';

/** Batch of the steps of requests, the first one first. One statement. */
export async function eventsOf(desk: Desk, keys: readonly TownKey[]): Promise<RequestEventType[][]> {
  const rows = await desk.db
    .selectFrom('request_event as e')
    .innerJoin('request as r', (join) => join.onRef('r.town_id', '=', 'e.town_id').onRef('r.id', '=', 'e.request_id'))
    .leftJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'r.town_id').onRef('h.id', '=', 'r.household_id'),
    )
    .select(['e.town_id', 'e.request_id', 'e.seq', 'e.step', 'e.happened_on', 'e.recorded_at', 'e.recorded_by'])
    .select(['e.state', 'e.level', 'e.unit_id', 'e.holder_id', 'e.handling_class', 'e.subject_id', 'e.party_id'])
    .select(['e.due_on', 'e.text', 'e.evidence', 'e.way', 'e.satisfaction', 'e.added', 'h.audit_key'])
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.request_id', 'in', idsOf(keys))
    .orderBy('e.seq')
    .execute();
  return parted(keys, rows, 'request_id', (row) => ({
    townId: row.town_id,
    requestUuid: row.request_id,
    recordedById: row.recorded_by,
    unitUuid: row.unit_id,
    holderUuid: row.holder_id,
    subjectUuid: row.subject_id,
    partyUuid: row.party_id,
    written: row.text === null ? null : { text: row.text, auditKey: row.audit_key },
    seq: row.seq,
    step: row.step,
    happenedOn: row.happened_on,
    recordedAt: row.recorded_at,
    state: row.state,
    level: row.level,
    handlingClass: row.handling_class,
    dueOn: row.due_on,
    evidence: row.evidence,
    way: row.way,
    satisfaction: row.satisfaction,
    added: row.added,
  }));
}
