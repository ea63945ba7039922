import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { Version, Versions } from '../db/versions.ts';
import type { HouseholdKey } from '../households/household-places.ts';
import { globalId } from '../schema/global-id.ts';
import type { ResidentType } from './resident.type.ts';

/** Which resident of which town. */
export interface ResidentKey {
  townId: number;
  uuid: string;
}

/** What is known of a resident, as it is stored: only for resolvers that ask `personal` before they answer it. */
export interface ResidentRecord extends ResidentKey {
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
export function residentOf({ townId, uuid, version }: ResidentKey & { version: number }): ResidentType {
  return { typename: 'Resident', id: globalId('Resident', townId, uuid), townId, uuid, version };
}

/** Batch of residents by id. One statement. */
export async function residentsById(desk: Desk, keys: readonly ResidentKey[]): Promise<(ResidentRecord | undefined)[]> {
  const rows = await desk.db
    .selectFrom('resident')
    .select(['town_id', 'id', 'name', 'birth_year', 'telephone', 'audit_key', 'version'])
    .where('town_id', 'in', [...new Set(keys.map((key) => key.townId))])
    .where('id', '=', sql<string>`any(${[...new Set(keys.map((key) => key.uuid))]}::uuid[])`)
    .execute();
  const byId = new Map(rows.map((row) => [`${row.town_id} ${row.id}`, row]));
  return keys.map(({ townId, uuid }) => {
    const row = byId.get(`${townId} ${uuid}`);
    if (!row) return undefined;
    const { name, birth_year: birthYear, telephone, audit_key: auditKey, version } = row;
    return { townId, uuid, name, birthYear, telephone, auditKey, version };
  });
}

/** Batch of the stays of residents, oldest first, without those that were taken back. One statement. */
export async function staysOf(desk: Desk, keys: readonly ResidentKey[]): Promise<Versions<StayState>[]> {
  const rows = await selectStays(desk, keys, 'resident_id');
  const byResident = Map.groupBy(rows, (row) => `${row.town_id} ${row.resident_id}`);
  return keys.map(({ townId, uuid }) => (byResident.get(`${townId} ${uuid}`) ?? []).map(memberOf));
}

/** Batch of everybody who was, is or will be in households, by stay, oldest first. One statement. */
export async function membersOf(desk: Desk, keys: readonly HouseholdKey[]): Promise<Member[][]> {
  const rows = await selectStays(desk, keys, 'household_id');
  const byHousehold = Map.groupBy(rows, (row) => `${row.town_id} ${row.household_id}`);
  return keys.map(({ townId, uuid }) => (byHousehold.get(`${townId} ${uuid}`) ?? []).map(memberOf));
}

function selectStays(desk: Desk, keys: readonly ResidentKey[], by: 'resident_id' | 'household_id') {
  return desk.db
    .selectFrom('resident_stay')
    .select(['town_id', 'id', 'resident_id', 'household_id', 'head', 'valid_from', 'valid_to'])
    .where('town_id', 'in', [...new Set(keys.map((key) => key.townId))])
    .where(by, '=', sql<string>`any(${[...new Set(keys.map((key) => key.uuid))]}::uuid[])`)
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
