import { anyOf, idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { Version, Versions } from '../db/versions.ts';
import { globalId } from '../schema/global-id.ts';
import type { ResidentType } from './resident.type.ts';

/** What is known of a resident, as it is stored: only for resolvers that ask `personal` before they answer it. */
export interface ResidentRecord extends TownKey {
  name: string;
  birthYear: number | null;
  telephone: string | null;
  auditKey: string;
  version: number;
}

/** In which household a resident is over a period. Its members are the columns of a stay. */
export interface StayState {
  household_id: string;
  head: boolean;
}

/** One resident's stay in a household. */
export interface Member extends Version<StayState> {
  resident: string;
}

/** A resident as GraphQL shows them; personal data are read field by field. */
export function residentOf({ townId, uuid, version }: TownKey & { version: number }): ResidentType {
  return { typename: 'Resident', id: globalId('Resident', townId, uuid), townId, uuid, version };
}

/** Batch of residents by id. One statement. */
export async function residentsById(desk: Desk, keys: readonly TownKey[]): Promise<(ResidentRecord | undefined)[]> {
  const rows = await desk.db
    .selectFrom('resident')
    .select(['town_id', 'id', 'name', 'birth_year', 'telephone', 'audit_key', 'version'])
    .where('town_id', 'in', townsOf(keys))
    .where('id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(
    keys,
    rows,
    'id',
    ({ town_id: townId, id: uuid, birth_year: birthYear, audit_key: auditKey, name, telephone, version }) => ({
      ...{ townId, uuid, name, birthYear, telephone, auditKey, version },
    }),
  );
}

/** Batch of the stays of residents, oldest first, without those that were taken back. One statement. */
export async function staysOf(desk: Desk, keys: readonly TownKey[]): Promise<Versions<StayState>[]> {
  const rows = await selectStays(desk, keys, 'resident_id');
  return parted(keys, rows, 'resident_id', memberOf);
}

/** Batch of everybody who was, is or will be in households, by stay, oldest first. One statement. */
export async function membersOf(desk: Desk, keys: readonly TownKey[]): Promise<Member[][]> {
  const rows = await selectStays(desk, keys, 'household_id');
  return parted(keys, rows, 'household_id', memberOf);
}

function selectStays(desk: Desk, keys: readonly TownKey[], by: 'resident_id' | 'household_id') {
  return desk.db
    .selectFrom('resident_stay')
    .select(['town_id', 'id', 'resident_id', 'household_id', 'head', 'valid_from', 'valid_to'])
    .where('town_id', 'in', townsOf(keys))
    .where(by, '=', anyOf(idsOf(keys)))
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
}

function memberOf(row: Awaited<ReturnType<typeof selectStays>>[number]): Member {
  return {
    row: row.id,
    resident: row.resident_id,
    from: row.valid_from,
    to: row.valid_to,
    state: { household_id: row.household_id, head: row.head },
  };
}
