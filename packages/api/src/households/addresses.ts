import { sql } from 'kysely';
import { anyOf, idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { Versions } from '../db/versions.ts';
import { notFound } from '../errors.ts';

/** Where a household lives over a period. */
interface AddressState {
  address: string;
}

/** Where a household has lived, and the key by which the audit knows it. */
export interface Addresses {
  auditKey: string;
  addresses: Versions<AddressState>;
}

/** Batch of the addresses of households, oldest first, without those that were taken back. One statement. */
export async function addressesOf(desk: Desk, keys: readonly TownKey[]): Promise<(Addresses | undefined)[]> {
  const rows = await desk.db
    .selectFrom('household as h')
    .leftJoin('household_address as a', (join) =>
      join
        .onRef('a.town_id', '=', 'h.town_id')
        .onRef('a.household_id', '=', 'h.id')
        .on(sql<boolean>`a.valid_to is distinct from a.valid_from`),
    )
    .select(['h.town_id', 'h.id as household', 'h.audit_key', 'a.id', 'a.address', 'a.valid_from', 'a.valid_to'])
    .where('h.town_id', 'in', townsOf(keys))
    .where('h.id', '=', anyOf(idsOf(keys)))
    .orderBy('a.valid_from')
    .execute();
  return parted(keys, rows, 'household', (row) => row).map((held) => {
    if (!held[0]) return undefined;
    const addresses = held.flatMap(({ id, address, valid_from: from, valid_to: to }) =>
      id === null || address === null || from === null ? [] : [{ row: id, from, to, state: { address } }],
    );
    return { auditKey: held[0].audit_key, addresses };
  });
}

/** The addresses of a household of the desk's town. Errors: NOT_FOUND on input.household. */
export async function addressesFor(desk: Desk, uuid: string): Promise<Addresses> {
  const found = await desk.load(addressesOf, { townId: desk.town, uuid });
  if (!found) throw notFound('input.household');
  return found;
}
