import type { Actor } from '../access/actor.ts';
import { writeDated } from '../db/dated.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import { getHouseholdFor, requireLiving } from '../households/find-household.ts';
import { recordEvents } from '../households/household-events.ts';
import { requireIdIn } from '../schema/global-id.ts';
import type { MoveResidentInput } from './resident.input.ts';
import type { ResidentType } from './resident.type.ts';
import { residentOf } from './resident-rows.ts';
import { changeStays } from './stays.ts';
import { requireLasting, takeResident } from './take-resident.ts';

/**
 * Lets a resident go from their household into another one of the town from a day on, as a member who is not its head. Returns
 * them, and the ids of both households in the town.
 * Errors: NOT_FOUND on input.resident or input.household; BAD_INPUT on input.from before they came; CONFLICT where they
 * have left, are in that household already, or it has left or is to leave.
 */
export async function moveResident(
  desk: Desk,
  actor: Actor,
  input: MoveResidentInput,
  from: string,
): Promise<{ resident: ResidentType; left: string; into: string }> {
  const to = requireIdIn(desk.town, input.household, 'Household', 'input.household');
  const taken = await takeResident(desk, actor, input.resident, [to]);
  const household = await getHouseholdFor(desk, actor, 'resident:keep', input.household);
  const { resident, stays, last } = taken;
  const left = last.state.household_id;
  requireLasting(taken);
  if (left === to) throw conflict('memberThere', 'input.household');
  if (from < last.from) throw badInput('input.from', 'dateBeforeBeginning', { date: last.from });
  requireLiving(household, from, 'input.from');
  if (household.validTo !== null) throw conflict('householdEnded', 'input.household', { date: household.validTo });
  const after = changeStays(stays, left, from, { household_id: to, head: false });
  await writeDated(desk, 'stay', [{ uuid: resident.uuid, before: stays, after }]);
  await recordEvents(desk, actor, [
    { household: left, kind: 'RESIDENT_LEFT', day: from, resident: resident.uuid, other: to },
    { household: to, kind: 'RESIDENT_ADDED', day: from, resident: resident.uuid, other: left },
  ]);
  return { resident: residentOf(resident), left, into: to };
}
