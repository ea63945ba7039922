import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { writeDated } from '../db/dated.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { overlapOf, type Period } from '../db/versions.ts';
import { conflict } from '../errors.ts';
import { getHouseholdFor, requireLiving } from '../households/find-household.ts';
import { recordEvents, visitOf } from '../households/household-events.ts';
import { lockHouseholds } from '../households/lock-household.ts';
import { firstValues } from '../households/recorded-fields.ts';
import { requireIdIn } from '../schema/global-id.ts';
import type { AddResidentInput } from './resident.input.ts';
import type { ResidentType } from './resident.type.ts';
import { membersOf, residentOf, residentsById } from './resident-rows.ts';
import { type ResidentValues, readValues } from './resident-values.ts';

/**
 * Adds a resident to a household from a day on, as long as the household lasts.
 * Errors: NOT_FOUND on input.household or input.visit; BAD_INPUT on the field at fault; CONFLICT where the household has
 * left by then, has a head already, or has a member of that name who may be the same person.
 */
export async function addResident(
  desk: Desk,
  actor: Actor,
  input: AddResidentInput,
  from: string,
): Promise<ResidentType> {
  await lockHouseholds(desk, [requireIdIn(desk.town, input.household, 'Household', 'input.household')]);
  const household = await getHouseholdFor(desk, actor, 'resident:keep', input.household);
  requireLiving(household, from, 'input.from');
  const visit = await visitOf(desk, household.uuid, input.visit);
  const values = { NAME: '', BIRTH_YEAR: null, TELEPHONE: null, ...readValues(desk, input) };
  const stay = { from, to: household.validTo };
  await refuseSecond(desk, household.uuid, values, stay, input.head ?? false);
  const row = { town_id: desk.town, id: newId(), audit_key: randomUUID(), version: 1 };
  const { NAME: name, BIRTH_YEAR: birth_year, TELEPHONE: telephone } = values;
  await desk.db
    .insertInto('resident')
    .values({ ...row, name, birth_year, telephone })
    .execute();
  const state = { household_id: household.uuid, head: input.head ?? false };
  await writeDated(desk, 'stay', [{ uuid: row.id, before: [], after: [{ ...stay, state }] }]);
  const event = { household: household.uuid, kind: 'RESIDENT_ADDED', day: from, resident: row.id, visit } as const;
  await recordEvents(desk, actor, [{ ...event, version: 1, changes: firstValues(values) }]);
  return residentOf({ townId: desk.town, uuid: row.id, version: 1 });
}

/** Refuses a second head, and somebody who is in the household already. Errors: CONFLICT on input.head or input.name. */
async function refuseSecond(
  desk: Desk,
  household: string,
  { NAME: name, BIRTH_YEAR: birthYear }: ResidentValues,
  stay: Period,
  head: boolean,
): Promise<void> {
  const members = await desk.load(membersOf, { townId: desk.town, uuid: household });
  const beside = members.filter((member) => overlapOf(member, stay));
  if (head && beside.some((member) => member.state.head)) throw conflict('headThere', 'input.head');
  const known = await Promise.all(
    beside.map(({ resident }) => desk.load(residentsById, { townId: desk.town, uuid: resident })),
  );
  const same = known.find((each) => {
    const apart = birthYear !== null && each?.birthYear != null && birthYear !== each.birthYear;
    return each?.name === name && !apart;
  });
  if (same) throw conflict('memberThere', 'input.name');
}
