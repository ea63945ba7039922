import type { Actor } from '../access/actor.ts';
import { writeDated } from '../db/dated.ts';
import type { Desk } from '../db/door.ts';
import { endOn } from '../db/versions.ts';
import { badInput } from '../errors.ts';
import { recordEvents, visitOf } from '../households/household-events.ts';
import type { ResidentLeavesInput } from './resident.input.ts';
import type { ResidentType } from './resident.type.ts';
import { residentOf } from './resident-rows.ts';
import { requireLasting, takeResident } from './take-resident.ts';

/**
 * Ends a resident's stay in their household; `on` is the first day without them. Where that is the day on which they
 * came, they never were in it.
 * Errors: NOT_FOUND on input.resident or input.visit; BAD_INPUT on input.on before they came, or became or were the
 * head last; CONFLICT where they have
 * left already.
 */
export async function residentLeaves(
  desk: Desk,
  actor: Actor,
  input: ResidentLeavesInput,
  on: string,
): Promise<ResidentType> {
  const taken = await takeResident(desk, actor, input.resident);
  const { resident, stays, last } = taken;
  const household = last.state.household_id;
  const visit = await visitOf(desk, household, input.visit);
  requireLasting(taken);
  if (on < last.from) throw badInput('input.on', 'dateBeforeBeginning', { date: last.from });
  await writeDated(desk, 'stay', [{ uuid: resident.uuid, before: stays, after: endOn(stays, on) }]);
  const event = { household, kind: 'RESIDENT_LEFT', day: on, resident: resident.uuid, visit } as const;
  await recordEvents(desk, actor, [event]);
  return residentOf(resident);
}
