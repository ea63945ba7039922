import type { Actor } from '../access/actor.ts';
import { writeDated } from '../db/dated.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { badInput, conflict } from '../errors.ts';
import { endWithoutMembers } from '../households/end-household.ts';
import { getHouseholdFor, requireLiving } from '../households/find-household.ts';
import { recordEvents } from '../households/household-events.ts';
import { lockHouseholds } from '../households/lock-household.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { lockTree } from '../towns/lock-tree.ts';
import type { JoinHouseholdsInput } from './resident.input.ts';
import { membersOf, staysOf } from './resident-rows.ts';
import { changeStays } from './stays.ts';

/**
 * Makes two households one from a day on: one ends, and who is in it stays on in the other, whose head remains. Returns
 * the ids of both in the town.
 * Errors: NOT_FOUND on input.household or input.joining; BAD_INPUT on input.joining where both are the same, or on
 * input.from; CONFLICT where one has left or is to leave, or where the one that ends is moved, visited or joined later.
 */
export async function joinHouseholds(
  desk: Desk,
  actor: Actor,
  input: JoinHouseholdsInput,
  from: string,
): Promise<{ household: string; ended: string }> {
  await lockTree(desk);
  await lockHouseholds(desk, [
    requireIdIn(desk.town, input.household, 'Household', 'input.household'),
    requireIdIn(desk.town, input.joining, 'Household', 'input.joining'),
  ]);
  const household = await getHouseholdFor(desk, actor, 'household:register', input.household);
  const joining = await getHouseholdFor(desk, actor, 'household:register', input.joining, 'input.joining');
  if (household.uuid === joining.uuid) throw badInput('input.joining', 'joinsItself');
  requireLiving(household, from, 'input.from');
  if (household.validTo !== null) throw conflict('householdEnded', 'input.household', { date: household.validTo });
  const key = { townId: desk.town, uuid: joining.uuid };
  const members = await desk.load(membersOf, key);
  const later = members.find((member) => member.from > from);
  if (later) throw conflict('dateBeforeChange', 'input.from', { date: later.from });
  await endWithoutMembers(desk, joining, from, { household: 'input.joining', on: 'input.from' });
  const going = members.filter((member) => holdsOn(member, from)).map((member) => member.resident);
  const revisions = await Promise.all(
    going.map(async (uuid) => {
      const before = await desk.load(staysOf, { townId: desk.town, uuid });
      const next = { household_id: household.uuid, head: false };
      return { uuid, before, after: changeStays(before, joining.uuid, from, next) };
    }),
  );
  await writeDated(desk, 'stay', revisions);
  const [into, left] = [household.uuid, joining.uuid];
  await recordEvents(desk, actor, [
    ...going.flatMap((resident) => [
      { household: left, kind: 'RESIDENT_LEFT' as const, day: from, resident, other: into },
      { household: into, kind: 'RESIDENT_ADDED' as const, day: from, resident, other: left },
    ]),
    { household: left, kind: 'ENDED', day: from, other: into },
  ]);
  return { household: into, ended: left };
}
