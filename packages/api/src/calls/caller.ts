import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { getHouseholdFor, requireLiving } from '../households/find-household.ts';
import type { HouseholdType } from '../households/household.type.ts';
import { membersOf } from '../residents/resident-rows.ts';
import { telephoneNumber } from '../residents/telephone.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import type { CallerInput } from './call.input.ts';

/** Who called. */
export interface Caller {
  household: HouseholdType | null;
  columns: Record<'household_id' | 'resident_id' | 'caller_name' | 'telephone', string | null>;
}

/**
 * Who called on a day, as an input says.
 * Errors: NOT_FOUND on input.caller.household out of the actor's reach, or on input.caller.resident who never was in it;
 * CONFLICT there where they were not on that day; BAD_INPUT on the member at fault, or on `dayField` before the household.
 */
export async function readCaller(
  desk: Desk,
  actor: Actor,
  { household: id, resident, name, telephone }: CallerInput,
  on: string,
  dayField: string,
): Promise<Caller> {
  const field = 'input.caller';
  const household = id == null ? null : await getHouseholdFor(desk, actor, 'call:record', id, `${field}.household`);
  if (household) requireLiving(household, on, dayField, `${field}.household`);
  if (resident != null && household === null) throw badInput(`${field}.household`, 'required');
  if (resident != null && name != null) throw badInput(`${field}.name`, 'callerNamedTwice');
  const member = resident == null || !household ? null : await requireMember(desk, household.uuid, resident, on);
  return {
    household,
    columns: {
      household_id: household?.uuid ?? null,
      resident_id: member,
      caller_name: name == null ? null : oneLine(name, `${field}.name`),
      telephone: telephone == null ? null : telephoneNumber(telephone, `${field}.telephone`),
    },
  };
}

async function requireMember(desk: Desk, household: string, id: string, on: string): Promise<string> {
  const field = 'input.caller.resident';
  const uuid = requireIdIn(desk.town, id, 'Resident', field);
  const members = await desk.load(membersOf, { townId: desk.town, uuid: household });
  const stays = members.filter(({ resident }) => resident === uuid);
  if (stays.length === 0) throw notFound(field);
  if (!stays.some((stay) => holdsOn(stay, on))) throw conflict('notMemberThen', field);
  return uuid;
}
