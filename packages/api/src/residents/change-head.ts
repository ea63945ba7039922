import type { Actor } from '../access/actor.ts';
import { writeDated } from '../db/dated.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { badInput, conflict } from '../errors.ts';
import { recordEvents, visitOf } from '../households/household-events.ts';
import type { ChangeHeadInput } from './resident.input.ts';
import type { ResidentType } from './resident.type.ts';
import { membersOf, residentOf, staysOf } from './resident-rows.ts';
import { changeStays } from './stays.ts';
import { requireLasting, takeResident } from './take-resident.ts';

/**
 * Makes a resident the head of the household that they are in, from a day on; whoever was it until then stays as a member.
 * Errors: NOT_FOUND on input.resident or input.visit; BAD_INPUT on input.from before they came; CONFLICT where they have
 * left, are the head already, or where another change of the head is dated later.
 */
export async function changeHead(
  desk: Desk,
  actor: Actor,
  input: ChangeHeadInput,
  from: string,
): Promise<ResidentType> {
  const taken = await takeResident(desk, actor, input.resident);
  const { resident, stays, last } = taken;
  const household = last.state.household_id;
  const visit = await visitOf(desk, household, input.visit);
  requireLasting(taken);
  if (from < last.from) throw badInput('input.from', 'dateBeforeBeginning', { date: last.from });
  if (last.state.head) throw conflict('headAlready', 'input.resident');
  const heads = (await desk.load(membersOf, { townId: desk.town, uuid: household })).filter((each) => each.state.head);
  const later = heads.find((each) => each.from > from);
  if (later) throw conflict('dateBeforeChange', 'input.from', { date: later.from });
  const present = heads.find((each) => holdsOn(each, from))?.resident;
  const revisions = [
    { uuid: resident.uuid, before: stays, after: changeStays(stays, household, from, { head: true }) },
  ];
  if (present !== undefined) {
    const before = await desk.load(staysOf, { townId: desk.town, uuid: present });
    revisions.push({ uuid: present, before, after: changeStays(before, household, from, { head: false }) });
  }
  await writeDated(desk, 'stay', revisions);
  await recordEvents(desk, actor, [{ household, kind: 'HEAD_CHANGED', day: from, resident: resident.uuid, visit }]);
  return residentOf(resident);
}
