import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { PairingContactType } from './pairing.type.ts';

/** Contacts, those withdrawn among them; the caller narrows it to what it needs. */
function selectContacts(desk: Desk) {
  return desk.db
    .selectFrom('pairing_contact as c')
    .innerJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'c.town_id').onRef('h.id', '=', 'c.household_id'),
    )
    .select(['c.town_id', 'c.id', 'c.pairing_id', 'c.household_id', 'c.contacted_on', 'c.way', 'c.done'])
    .select(['c.recorded_at', 'c.recorded_by', 'c.withdrawn_at', 'c.withdrawn_because', 'h.audit_key']);
}

type ContactRow = Awaited<ReturnType<ReturnType<typeof selectContacts>['executeTakeFirstOrThrow']>>;

function contactOf(row: ContactRow): PairingContactType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'PairingContact',
    id: globalId('PairingContact', townId, uuid),
    ...{ townId, uuid, pairingUuid: row.pairing_id, householdUuid: row.household_id },
    ...{ contactedOn: row.contacted_on, way: row.way, doneInFull: row.done, recordedAt: row.recorded_at },
    ...{ recordedById: row.recorded_by, withdrawnAt: row.withdrawn_at, becauseInFull: row.withdrawn_because },
    auditKey: row.audit_key,
  };
}

/** Batch of contacts by id. One statement. */
export async function pairingContactsById(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(PairingContactType | undefined)[]> {
  const rows = await selectContacts(desk)
    .where('c.town_id', 'in', townsOf(keys))
    .where('c.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', contactOf);
}

/** Batch of the contacts of pairings, the latest first, those withdrawn among them. One statement. */
export async function contactsOfPairings(desk: Desk, keys: readonly TownKey[]): Promise<PairingContactType[][]> {
  const rows = await selectContacts(desk)
    .where('c.town_id', 'in', townsOf(keys))
    .where('c.pairing_id', 'in', idsOf(keys))
    .orderBy('c.contacted_on', 'desc')
    .orderBy('c.id', 'desc')
    .execute();
  return parted(keys, rows, 'pairing_id', contactOf);
}
