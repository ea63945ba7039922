import { randomUUID, randomUUIDv7 } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { overlapOf } from '../db/versions.ts';
import { badInput, conflict } from '../errors.ts';
import { getHouseholdFor, requireLiving } from '../households/find-household.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { lockHousehold } from './lock-household.ts';
import type { AddResidentInput, ResidentType } from './resident.type.ts';
import { membersOf, residentOf, residentsById } from './resident-rows.ts';
import { telephoneNumber } from './telephone.ts';

/** The oldest person alive was born later. */
const earliestBirth = 1900;

/**
 * Adds a resident to a household from a day on, as long as the household lasts.
 * Errors: NOT_FOUND on input.household; BAD_INPUT on the field at fault; CONFLICT where the household has left by then,
 * has a head already, or has a member of that name who may be the same person.
 */
export async function addResident(
  desk: Desk,
  actor: Actor,
  input: AddResidentInput,
  from: string,
): Promise<ResidentType> {
  await holdTree(desk);
  const household = await getHouseholdFor(desk, actor, 'resident:keep', input.household);
  await lockHousehold(desk, household.uuid);
  requireLiving(household, from, 'input.from');
  const name = oneLine(input.name, 'input.name');
  const birthYear = input.birthYear == null ? null : yearOfBirth(input.birthYear, desk, 'input.birthYear');
  const telephone = input.telephone == null ? null : telephoneNumber(input.telephone, 'input.telephone');
  const stay = { from, to: household.validTo };
  const members = (await desk.load(membersOf, { townId: desk.town, uuid: household.uuid })).filter((member) =>
    overlapOf(member, stay),
  );
  if (input.head && members.some((member) => member.state.head)) throw conflict('headThere', 'input.head');
  for (const { resident } of members) {
    const known = await desk.load(residentsById, { townId: desk.town, uuid: resident });
    const apart = birthYear !== null && known?.birthYear != null && birthYear !== known.birthYear;
    if (known?.name === name && !apart) throw conflict('memberThere', 'input.name');
  }
  const row = { town_id: desk.town, id: randomUUIDv7() };
  await desk.db
    .insertInto('resident')
    .values({ ...row, name, birth_year: birthYear, telephone, audit_key: randomUUID(), version: 1 })
    .execute();
  await desk.db
    .insertInto('resident_stay')
    .values({
      town_id: desk.town,
      id: randomUUIDv7(),
      resident_id: row.id,
      household_id: household.uuid,
      head: input.head ?? false,
      valid_from: from,
      valid_to: household.validTo,
    })
    .execute();
  return residentOf({ townId: desk.town, uuid: row.id, name, birthYear, telephone, version: 1 });
}

/** A year in which somebody alive can have been born. Errors: BAD_INPUT on `field`. */
function yearOfBirth(year: number, desk: Desk, field: string): number {
  const latest = Number(dayOf(desk.now).slice(0, 4));
  if (year < earliestBirth || year > latest) throw badInput(field, 'birthYear', { earliest: earliestBirth, latest });
  return year;
}
