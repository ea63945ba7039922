import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { writeRevisions } from '../db/revise.ts';
import { setFrom } from '../db/versions.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { getBlockFor, getHouseholdFor, refuseBeforeGoingOn, requireLiving } from './find-household.ts';
import type { MoveHouseholdInput } from './household.input.ts';
import { inPartition, placesOf } from './household-places.ts';

/**
 * Moves a household to another geographic block from a day on, until its next move. Returns its id in the town.
 * Errors: NOT_FOUND on input.household; those of getBlockFor; BAD_INPUT on input.from before it was in the town; CONFLICT
 * where it has left, somebody else changed it, or a restructuring of a later day has moved it already.
 */
export async function moveHousehold(
  desk: Desk,
  actor: Actor,
  input: MoveHouseholdInput,
  from: string,
): Promise<string> {
  await lockTree(desk);
  const household = await getHouseholdFor(desk, actor, 'household:register', input.household);
  const { block } = await getBlockFor(desk, actor, input.block, from, 'geographic');
  requireVersion(household, input.expectedVersion);
  requireLiving(household, from, 'input.from');
  const before = inPartition(await desk.load(placesOf, { townId: desk.town, uuid: household.uuid }), null);
  await refuseBeforeGoingOn(desk, before, from, 'input.from');
  const after = setFrom(before, from, { block_id: block });
  await writeRevisions(desk, 'household', [{ uuid: household.uuid, before, after }], null);
  return household.uuid;
}
