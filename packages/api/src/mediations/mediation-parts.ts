import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { MediationEventType, MediationPartyType, MediationTalkType } from './mediation.type.ts';

/** Batch of those at odds in mediations, also those who have left, as they were put down. One statement. */
export async function allPartiesOf(desk: Desk, keys: readonly TownKey[]): Promise<MediationPartyType[][]> {
  const rows = await desk.db
    .selectFrom('mediation_party as d')
    .leftJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'd.town_id').onRef('h.id', '=', 'd.household_id'),
    )
    .leftJoin('resident as r', (join) => join.onRef('r.town_id', '=', 'd.town_id').onRef('r.id', '=', 'd.resident_id'))
    .select(['d.town_id', 'd.mediation_id', 'd.id', 'd.household_id', 'd.resident_id', 'd.name', 'd.audit_key'])
    .select(['d.joined_seq', 'd.left_seq'])
    .select(['h.code', 'h.audit_key as household_key', 'r.name as resident_name', 'r.audit_key as resident_key'])
    .where('d.town_id', 'in', townsOf(keys))
    .where('d.mediation_id', 'in', idsOf(keys))
    .orderBy('d.position')
    .execute();
  return parted(keys, rows, 'mediation_id', (row) => ({
    townId: row.town_id,
    uuid: row.id,
    id: globalId('MediationParty', row.town_id, row.id),
    householdUuid: row.household_id,
    residentUuid: row.resident_id,
    subject: row.household_key ?? row.resident_key ?? row.audit_key,
    nameInFull: row.name ?? row.resident_name,
    code: row.code,
    joinedSeq: row.joined_seq,
    leftSeq: row.left_seq,
  }));
}

/** Batch of who mediates, by their ids in the town. One statement. */
export async function mediatorsOf(desk: Desk, keys: readonly TownKey[]): Promise<string[][]> {
  const rows = await desk.db
    .selectFrom('mediation_mediator')
    .select(['town_id', 'mediation_id', 'person_id', 'seq'])
    .where('town_id', 'in', townsOf(keys))
    .where('mediation_id', 'in', idsOf(keys))
    .orderBy('position')
    .execute();
  const named = parted(keys, rows, 'mediation_id', ({ seq, person_id }) => ({ seq, person: person_id }));
  return named.map((all) => {
    const last = Math.max(...all.map(({ seq }) => seq));
    return all.filter(({ seq }) => seq === last).map(({ person }) => person);
  });
}

/** Batch of the talks of mediations with who took part, the first one first. Two statements. */
export async function talksOf(desk: Desk, keys: readonly TownKey[]): Promise<MediationTalkType[][]> {
  const rows = await desk.db
    .selectFrom('mediation_talk as t')
    .innerJoin('mediation as m', (join) =>
      join.onRef('m.town_id', '=', 't.town_id').onRef('m.id', '=', 't.mediation_id'),
    )
    .select(['t.town_id', 't.mediation_id', 't.id', 't.held_on', 't.said', 'm.audit_key'])
    .where('t.town_id', 'in', townsOf(keys))
    .where('t.mediation_id', 'in', idsOf(keys))
    .orderBy('t.held_on')
    .orderBy('t.recorded_at')
    .orderBy('t.id')
    .execute();
  const took = await desk.db
    .selectFrom('mediation_talk_party')
    .select(['talk_id', 'party_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('talk_id', 'in', rows.length > 0 ? rows.map(({ id }) => id) : [null])
    .execute();
  const byTalk = Map.groupBy(took, (each) => each.talk_id);
  return parted(keys, rows, 'mediation_id', (row) => {
    const partyUuids = (byTalk.get(row.id) ?? []).map(({ party_id }) => party_id);
    return {
      townId: row.town_id,
      mediationUuid: row.mediation_id,
      id: globalId('MediationTalk', row.town_id, row.id),
      subject: row.audit_key,
      saidInFull: row.said,
      partyUuids,
      heldOn: row.held_on,
      together: partyUuids.length > 1,
    };
  });
}

/** Batch of the steps of mediations, the first one first. One statement. */
export async function mediationEventsOf(desk: Desk, keys: readonly TownKey[]): Promise<MediationEventType[][]> {
  const rows = await desk.db
    .selectFrom('mediation_event as e')
    .innerJoin('mediation as m', (join) =>
      join.onRef('m.town_id', '=', 'e.town_id').onRef('m.id', '=', 'e.mediation_id'),
    )
    .select(['e.town_id', 'e.mediation_id', 'e.seq', 'e.step', 'e.happened_on', 'e.recorded_at', 'e.recorded_by'])
    .select(['e.state', 'e.keeping', 'e.check_on', 'e.text', 'm.audit_key'])
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.mediation_id', 'in', idsOf(keys))
    .orderBy('e.seq')
    .execute();
  return parted(keys, rows, 'mediation_id', (row) => ({
    townId: row.town_id,
    mediationUuid: row.mediation_id,
    recordedById: row.recorded_by,
    subject: row.audit_key,
    textInFull: row.text,
    seq: row.seq,
    step: row.step,
    happenedOn: row.happened_on,
    recordedAt: row.recorded_at,
    state: row.state,
    keeping: row.keeping,
    checkOn: row.check_on,
  }));
}

/** Batch of what mediations are about. One statement. */
export async function disputesOf(desk: Desk, keys: readonly TownKey[]): Promise<(string | undefined)[]> {
  const rows = await desk.db
    .selectFrom('mediation')
    .select(['town_id', 'id', 'matter'])
    .where('town_id', 'in', townsOf(keys))
    .where('id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', (row) => row.matter);
}
