import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type {
  PetitionEventType,
  PetitionerType,
  PetitionGroupMemberType,
  PetitionPartyType,
} from './petition-parts.type.ts';

/** Batch of who petitions, those first who speak for all, then as they were put down. One statement. */
export async function petitionersOf(desk: Desk, keys: readonly TownKey[]): Promise<PetitionerType[][]> {
  const rows = await desk.db
    .selectFrom('petitioner as s')
    .leftJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 's.town_id').onRef('h.id', '=', 's.household_id'),
    )
    .select(['s.town_id', 's.petition_id', 's.id', 's.name', 's.telephone', 's.household_id', 's.representative'])
    .select(['s.audit_key', 'h.audit_key as household_key'])
    .where('s.town_id', 'in', townsOf(keys))
    .where('s.petition_id', 'in', idsOf(keys))
    .orderBy('s.representative', 'desc')
    .orderBy('s.position')
    .execute();
  return parted(keys, rows, 'petition_id', (row) => ({
    townId: row.town_id,
    uuid: row.id,
    id: globalId('Petitioner', row.town_id, row.id),
    householdUuid: row.household_id,
    subjects: row.household_key === null ? [row.audit_key] : [row.audit_key, row.household_key],
    nameInFull: row.name,
    telephoneInFull: row.telephone,
    representative: row.representative,
  }));
}

/** Batch of whom petitions are about, as they were put down. One statement. */
export async function partiesOf(desk: Desk, keys: readonly TownKey[]): Promise<PetitionPartyType[][]> {
  const rows = await desk.db
    .selectFrom('petition_party')
    .select(['town_id', 'petition_id', 'id', 'party_id', 'name'])
    .where('town_id', 'in', townsOf(keys))
    .where('petition_id', 'in', idsOf(keys))
    .orderBy('position')
    .execute();
  return parted(keys, rows, 'petition_id', (row) => ({
    townId: row.town_id,
    uuid: row.id,
    id: globalId('PetitionParty', row.town_id, row.id),
    partyUuid: row.party_id,
    ownName: row.name,
  }));
}

/** Batch of the emergency groups of petitions, who leads first. One statement. */
export async function groupsOf(desk: Desk, keys: readonly TownKey[]): Promise<PetitionGroupMemberType[][]> {
  const rows = await desk.db
    .selectFrom('petition_group_member')
    .select(['town_id', 'petition_id', 'person_id', 'lead', 'since'])
    .where('town_id', 'in', townsOf(keys))
    .where('petition_id', 'in', idsOf(keys))
    .orderBy('lead', 'desc')
    .orderBy('position')
    .execute();
  return parted(keys, rows, 'petition_id', ({ town_id, person_id, lead, since }) => ({
    townId: town_id,
    personUuid: person_id,
    lead,
    since,
  }));
}

/** Batch of the requests to which petitions led, by their ids in the town, the first one first. One statement. */
export async function requestsOfPetitions(desk: Desk, keys: readonly TownKey[]): Promise<string[][]> {
  const rows = await desk.db
    .selectFrom('petition_request')
    .select(['town_id', 'petition_id', 'request_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('petition_id', 'in', idsOf(keys))
    .orderBy('id')
    .execute();
  return parted(keys, rows, 'petition_id', (row) => row.request_id);
}

/** Batch of the steps of petitions, the first one first. One statement. */
export async function petitionEventsOf(desk: Desk, keys: readonly TownKey[]): Promise<PetitionEventType[][]> {
  const rows = await desk.db
    .selectFrom('petition_event as e')
    .innerJoin('petition as p', (join) => join.onRef('p.town_id', '=', 'e.town_id').onRef('p.id', '=', 'e.petition_id'))
    .select(['e.town_id', 'e.petition_id', 'e.seq', 'e.step', 'e.happened_on', 'e.recorded_at', 'e.recorded_by'])
    .select(['e.state', 'e.class', 'e.unit_id', 'e.accused_id', 'e.holder_id', 'e.due_on', 'e.text', 'p.audit_key'])
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.petition_id', 'in', idsOf(keys))
    .orderBy('e.seq')
    .execute();
  return parted(keys, rows, 'petition_id', (row) => ({
    townId: row.town_id,
    recordedById: row.recorded_by,
    unitUuid: row.unit_id,
    accusedUuid: row.accused_id,
    holderUuid: row.holder_id,
    subject: row.audit_key,
    textInFull: row.text,
    seq: row.seq,
    step: row.step,
    happenedOn: row.happened_on,
    recordedAt: row.recorded_at,
    state: row.state,
    class: row.class,
    dueOn: row.due_on,
  }));
}

/** Batch of what petitions ask for. One statement. */
export async function mattersOf(desk: Desk, keys: readonly TownKey[]): Promise<(string | undefined)[]> {
  const rows = await desk.db
    .selectFrom('petition')
    .select(['town_id', 'id', 'matter'])
    .where('town_id', 'in', townsOf(keys))
    .where('id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', (row) => row.matter);
}
