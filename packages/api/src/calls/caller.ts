import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { getHouseholdFor, householdsById, requireLiving } from '../households/find-household.ts';
import type { HouseholdType } from '../households/household.type.ts';
import { getResidentFor } from '../residents/find-resident.ts';
import { staysOf } from '../residents/resident-rows.ts';
import { telephoneNumber } from '../residents/telephone.ts';
import { oneLine } from '../schema/text.ts';
import type { CallerInput } from './call.input.ts';

/** Who called. */
export interface Caller {
  household: HouseholdType | null;
  columns: Record<'household_id' | 'resident_id' | 'caller_name' | 'telephone', string | null>;
}

/**
 * Who called on a day, as an input says; of a resident alone, the household is the one that they were in.
 * Errors: NOT_FOUND on input.caller.household or input.caller.resident out of the actor's reach, or on a resident who never
 * was in the household; CONFLICT on input.caller.resident who was not on that day; BAD_INPUT on the member at fault, or on
 * `dayField` before the household.
 */
export async function readCaller(
  desk: Desk,
  actor: Actor,
  { household: id, resident, otherName, telephone }: CallerInput,
  on: string,
  dayField: string,
): Promise<Caller> {
  const field = 'input.caller';
  if (resident != null && otherName != null) throw badInput(`${field}.otherName`, 'callerNamedTwice');
  const named = id == null ? null : await getHouseholdFor(desk, actor, 'call:record', id, `${field}.household`);
  const member = resident == null ? null : await readMember(desk, actor, named, resident, on);
  const household = named ?? member?.household ?? null;
  if (household) requireLiving(household, on, dayField, `${field}.household`);
  return {
    household,
    columns: {
      household_id: household?.uuid ?? null,
      resident_id: member?.resident ?? null,
      caller_name: otherName == null ? null : oneLine(otherName, `${field}.otherName`),
      telephone: telephone == null ? null : telephoneNumber(telephone, `${field}.telephone`),
    },
  };
}

/** A resident with the household that they were in on a day: the one that is named, where one is. */
async function readMember(desk: Desk, actor: Actor, named: HouseholdType | null, id: string, on: string) {
  const field = 'input.caller.resident';
  const { uuid: resident } = await getResidentFor(desk, actor, 'call:record', id, field);
  const stays = await desk.load(staysOf, { townId: desk.town, uuid: resident });
  const own = named ? stays.filter(({ state }) => state.household_id === named.uuid) : stays;
  if (own.length === 0) throw notFound(field);
  const uuid = own.find((stay) => holdsOn(stay, on))?.state.household_id;
  const household = uuid === undefined ? undefined : await desk.load(householdsById, { townId: desk.town, uuid });
  if (!household) throw conflict('notMemberThen', field);
  return { resident, household };
}
