import { type RawBuilder, sql } from 'kysely';
import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import type { PairingType, PairingVersionType } from './pairing.type.ts';

/** That a pairing `p` has begun by a day and not ended, in SQL. */
export function lastsOn(day: string): RawBuilder<boolean> {
  return sql<boolean>`(p.begun_on <= ${day} and (p.ended_on is null or p.ended_on > ${day}))`;
}

/** That a pairing `p` of a household `h` runs on a day, in SQL: neither it nor the household's stay has ended. */
export function runsOn(day: string): RawBuilder<boolean> {
  return sql<boolean>`(${lastsOn(day)} and (h.valid_to is null or h.valid_to > ${day}))`;
}

const lastContact = sql<string | null>`(select max(c.contacted_on) from pairing_contact c
  where c.town_id = p.town_id and c.pairing_id = p.id and c.withdrawn_at is null)`;

/** The day by which the next contact is agreed on a day, in SQL. */
function dueOn(day: string): RawBuilder<string | null> {
  return sql<string | null>`(select coalesce(${lastContact}, p.begun_on) + v.contact_every::int from pairing_version v
    where v.town_id = p.town_id and v.pairing_id = p.id and ${runsOn(day)}
      and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to > ${day}))`;
}

/** Pairings as they are today; the caller narrows it to what it needs. */
export function selectPairings(desk: Desk) {
  const today = dayOf(desk.now);
  return desk.db
    .selectFrom('pairing as p')
    .innerJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'p.town_id').onRef('h.id', '=', 'p.household_id'),
    )
    .select(['p.town_id', 'p.id', 'p.household_id', 'p.person_id', 'p.kind_id', 'p.capacity', 'p.agrees_to_be_named'])
    .select(['p.begun_on', 'p.ended_on', 'p.end_reason', 'p.end_note', 'p.ended_by', 'p.recorded_at', 'p.recorded_by'])
    .select(['p.version', 'h.audit_key'])
    .select([lastContact.as('last_contact_on'), dueOn(today).as('due_on'), runsOn(today).as('running')]);
}

/** A pairing's row. */
export type PairingRow = Awaited<ReturnType<ReturnType<typeof selectPairings>['executeTakeFirstOrThrow']>>;

/** A pairing's row as GraphQL shows it; what is personal is read field by field. */
export function pairingOf(row: PairingRow): PairingType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'Pairing',
    id: globalId('Pairing', townId, uuid),
    ...{ townId, uuid, householdUuid: row.household_id, personUuid: row.person_id, kindUuid: row.kind_id },
    ...{ capacity: row.capacity, agreesToBeNamed: row.agrees_to_be_named },
    ...{ begunOn: row.begun_on, endedOn: row.ended_on, endReason: row.end_reason, endNoteInFull: row.end_note },
    ...{ running: row.running, lastContactOn: row.last_contact_on, dueOn: row.due_on },
    ...{ recordedAt: row.recorded_at, recordedById: row.recorded_by, endedById: row.ended_by },
    ...{ auditKey: row.audit_key, version: row.version },
  };
}

/** Batch of pairings by id. One statement. */
export async function pairingsById(desk: Desk, keys: readonly TownKey[]): Promise<(PairingType | undefined)[]> {
  const rows = await selectPairings(desk)
    .where('p.town_id', 'in', townsOf(keys))
    .where('p.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', pairingOf);
}

/** Batch of the pairings of households, the latest first, those ended among them. One statement. */
export async function pairingsOfHouseholds(desk: Desk, keys: readonly TownKey[]): Promise<PairingType[][]> {
  const rows = await selectPairings(desk)
    .where('p.town_id', 'in', townsOf(keys))
    .where('p.household_id', 'in', idsOf(keys))
    .orderBy('p.begun_on', 'desc')
    .orderBy('p.id', 'desc')
    .execute();
  return parted(keys, rows, 'household_id', pairingOf);
}

/** Batch of what was agreed of pairings, the first first, with what never held. One statement. */
export async function versionsOfPairings(desk: Desk, keys: readonly TownKey[]): Promise<PairingVersionType[][]> {
  const rows = await desk.db
    .selectFrom('pairing_version as v')
    .innerJoin('pairing as p', (join) => join.onRef('p.town_id', '=', 'v.town_id').onRef('p.id', '=', 'v.pairing_id'))
    .innerJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'p.town_id').onRef('h.id', '=', 'p.household_id'),
    )
    .select(['v.town_id', 'v.pairing_id', 'v.service', 'v.contact_every', 'v.telephone', 'v.valid_from', 'v.valid_to'])
    .select(['v.written_at', 'v.written_by', 'h.audit_key'])
    .where('v.town_id', 'in', townsOf(keys))
    .where('v.pairing_id', 'in', idsOf(keys))
    .orderBy('v.valid_from')
    // Ids are made one after the other.
    .orderBy('v.id')
    .execute();
  return parted(keys, rows, 'pairing_id', (row) => ({
    ...{ townId: row.town_id, auditKey: row.audit_key, serviceInFull: row.service, telephone: row.telephone },
    ...{ contactEveryDays: row.contact_every, validFrom: row.valid_from, validTo: row.valid_to },
    ...{ writtenAt: row.written_at, writtenById: row.written_by },
  }));
}

/** What is agreed of a pairing on a day, or was last. */
export async function agreedOf(desk: Desk, { townId, uuid }: TownKey, day: string): Promise<PairingVersionType> {
  const versions = await desk.load(versionsOfPairings, { townId, uuid });
  const held = versions.find(({ validFrom: from, validTo: to }) => holdsOn({ from, to }, day));
  const shown = held ?? versions.at(-1);
  if (!shown) throw new Error(`Pairing ${uuid} has no version`);
  return shown;
}
