import { sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { placedOn } from '../households/placed-on.ts';

/** A household that the town has already, on a day. */
export interface PresentHousehold {
  uuid: string;
  block: string | null;
  address: string | null;
  ended: boolean;
}

/** Somebody whom a household of the town has as a member on a day or later. */
export interface PresentMember {
  household: string;
  code: string | null;
  auditKey: string;
  name: string;
  birthYear: number | null;
  telephone: string | null;
  head: boolean;
}

/** The households of the desk's town by these numbers, as they are on a day. One statement. */
export async function presentHouseholds(
  desk: Desk,
  codes: readonly string[],
  day: string,
): Promise<Map<string, PresentHousehold>> {
  const { rows } = await sql<PresentHousehold & { code: string }>`
    select h.id as uuid, h.code, placed.block_id as block, lives.address,
      h.valid_to is not null and h.valid_to <= ${day} as ended
    from household h
    left join household_block placed on placed.town_id = h.town_id and placed.household_id = h.id
      and ${placedOn(desk.town, day)}
    left join household_address lives on lives.town_id = h.town_id and lives.household_id = h.id
      and lives.valid_from <= ${day} and (lives.valid_to is null or lives.valid_to > ${day})
    where h.town_id = ${desk.town} and h.code = any(${[...codes]}::text[])`.execute(desk.db);
  return new Map(rows.map(({ code, ...row }) => [code, row]));
}

/** The members of the town's households on a day or later who have one of these names. One statement. */
export async function membersNamed(desk: Desk, names: readonly string[], day: string): Promise<PresentMember[]> {
  const { rows } = await sql<PresentMember>`
    select h.id as household, h.code, r.audit_key as "auditKey", r.name, r.birth_year as "birthYear", r.telephone, stay.head
    from resident r
    join resident_stay stay on stay.town_id = r.town_id and stay.resident_id = r.id
      and (stay.valid_to is null or stay.valid_to > ${day}) and stay.valid_from is distinct from stay.valid_to
    join household h on h.town_id = stay.town_id and h.id = stay.household_id
    where r.town_id = ${desk.town} and r.name = any(${[...names]}::text[])`.execute(desk.db);
  return rows;
}

/** Which of these households have a head on a day or later. One statement. */
export async function headed(desk: Desk, households: readonly string[], day: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ household: string }>`
    select distinct household_id as household from resident_stay
    where town_id = ${desk.town} and household_id = ${anyOf(households)} and head
      and (valid_to is null or valid_to > ${day}) and valid_from is distinct from valid_to`.execute(desk.db);
  return new Set(rows.map((row) => row.household));
}
