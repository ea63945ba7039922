import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { HandlingClass } from '../handling/classes.ts';
import type { RequestLevel } from '../handling/levels.ts';
import type { RequestState, Satisfaction } from '../handling/transitions.ts';
import { globalId } from '../schema/global-id.ts';
import type { RequestSource } from './request.entity.ts';
import type { RequestType } from './request.type.ts';
import { writeNumber } from './request-number.ts';

/** A request's row, but for what people wrote. */
export interface RequestRow {
  town_id: number;
  id: string;
  year: number;
  number: number;
  source: RequestSource;
  subject_id: string;
  handling_class: HandlingClass | null;
  state: RequestState;
  level: RequestLevel;
  household_id: string | null;
  unit_id: string | null;
  place: string | null;
  block_id: string;
  raised_on: string;
  recorded_at: Date;
  recorded_by: string;
  reported_in_time: boolean;
  due_on: string;
  holder_id: string | null;
  party_id: string | null;
  handled_on: string | null;
  satisfaction: Satisfaction | null;
  version: number;
}

/** Requests, but for what people wrote; the caller narrows it to what it needs. */
export function selectRequests(desk: Desk) {
  return desk.db
    .selectFrom('request as r')
    .select(['r.town_id', 'r.id', 'r.year', 'r.number', 'r.source', 'r.subject_id', 'r.handling_class', 'r.state'])
    .select(['r.level', 'r.household_id', 'r.unit_id', 'r.place', 'r.block_id', 'r.raised_on', 'r.recorded_at'])
    .select([
      'r.recorded_by',
      'r.reported_in_time',
      'r.due_on',
      'r.holder_id',
      'r.party_id',
      'r.handled_on',
      'r.satisfaction',
      'r.version',
    ]);
}

/** Batch of requests by id. One statement. */
export async function requestsById(desk: Desk, keys: readonly TownKey[]): Promise<(RequestType | undefined)[]> {
  const rows = await selectRequests(desk)
    .where('r.town_id', 'in', townsOf(keys))
    .where('r.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', requestOf);
}

/** A request's row as GraphQL shows it. */
export function requestOf(row: RequestRow): RequestType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'Request',
    id: globalId('Request', townId, uuid),
    townId,
    uuid,
    number: writeNumber(row),
    source: row.source,
    subjectUuid: row.subject_id,
    handlingClass: row.handling_class,
    state: row.state,
    level: row.level,
    householdUuid: row.household_id,
    unitUuid: row.unit_id,
    placeText: row.place,
    blockUuid: row.block_id,
    raisedOn: row.raised_on,
    recordedAt: row.recorded_at,
    recordedById: row.recorded_by,
    reportedInTime: row.reported_in_time,
    dueOn: row.due_on,
    holderUuid: row.holder_id,
    partyUuid: row.party_id,
    handledOn: row.handled_on,
    satisfaction: row.satisfaction,
    version: row.version,
  };
}
