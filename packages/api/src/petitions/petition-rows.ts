import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { PetitionType } from './petition.type.ts';
import type { PetitionClass, PetitionOutcome, PetitionState, PetitionWay } from './petition-states.ts';

/** A petition's row, but for what people wrote. */
export interface PetitionRow {
  town_id: number;
  id: string;
  year: number;
  number: number;
  way: PetitionWay;
  class: PetitionClass;
  subject_id: string;
  unit_id: string | null;
  accused_id: string | null;
  people: number;
  state: PetitionState;
  received_on: string;
  recorded_at: Date;
  recorded_by: string;
  due_on: string | null;
  accepted_on: string | null;
  extended_by: number | null;
  group_formed_on: string | null;
  answered_on: string | null;
  closed_on: string | null;
  outcome: PetitionOutcome | null;
  holder_id: string | null;
  audit_key: string;
  version: number;
}

/** Petitions, but for what people wrote; the caller narrows it to what it needs. */
export function selectPetitions(desk: Desk) {
  return desk.db
    .selectFrom('petition as p')
    .select(['p.town_id', 'p.id', 'p.year', 'p.number', 'p.way', 'p.class', 'p.subject_id', 'p.unit_id'])
    .select(['p.accused_id', 'p.people'])
    .select(['p.state', 'p.received_on', 'p.recorded_at', 'p.recorded_by', 'p.due_on', 'p.accepted_on'])
    .select(['p.extended_by', 'p.group_formed_on', 'p.answered_on', 'p.closed_on', 'p.outcome', 'p.holder_id'])
    .select(['p.audit_key', 'p.version']);
}

/** Batch of petitions by id. One statement. */
export async function petitionsById(desk: Desk, keys: readonly TownKey[]): Promise<(PetitionType | undefined)[]> {
  const rows = await selectPetitions(desk)
    .where('p.town_id', 'in', townsOf(keys))
    .where('p.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', petitionOf);
}

/** A petition's row as GraphQL shows it. */
export function petitionOf(row: PetitionRow): PetitionType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'Petition',
    id: globalId('Petition', townId, uuid),
    townId,
    uuid,
    number: `P${row.year}-${String(row.number).padStart(6, '0')}`,
    way: row.way,
    class: row.class,
    subjectUuid: row.subject_id,
    unitUuid: row.unit_id,
    accusedUuid: row.accused_id,
    people: row.people,
    state: row.state,
    receivedOn: row.received_on,
    recordedAt: row.recorded_at,
    recordedById: row.recorded_by,
    dueOn: row.due_on,
    acceptedOn: row.accepted_on,
    extendedBy: row.extended_by,
    groupFormedOn: row.group_formed_on,
    answeredOn: row.answered_on,
    closedOn: row.closed_on,
    outcome: row.outcome,
    holderUuid: row.holder_id,
    auditKey: row.audit_key,
    version: row.version,
  };
}
