import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { writeVersions } from '../db/revise.ts';
import { stateOn, takeFrom } from '../db/versions.ts';
import { conflict } from '../errors.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getOverlay } from '../units/find-overlay.ts';
import { getHouseholdFor, refuseBeforeGoingOn } from './find-household.ts';
import type { RemoveFromOverlayInput } from './household.input.ts';
import { inPartition, placesOf } from './household-places.ts';

/**
 * Takes a household out of an overlay until its next block there; `on` is the first day without it. Returns its id in the
 * town.
 * Errors: NOT_FOUND on input.household or input.overlay; CONFLICT where it is not in the overlay then, or on input.on where
 * a restructuring of a later day has moved it on already.
 */
export async function removeFromOverlay(
  desk: Desk,
  actor: Actor,
  input: RemoveFromOverlayInput,
  on: string,
): Promise<string> {
  await lockTree(desk);
  const { uuid } = await getHouseholdFor(desk, actor, 'household:register', input.household);
  const overlay = await getOverlay(desk, input.overlay, 'input.overlay');
  const before = inPartition(await desk.load(placesOf, { townId: desk.town, uuid }), overlay.uuid);
  if (!stateOn(before, on)) throw conflict('notInOverlay', 'input.overlay');
  await refuseBeforeGoingOn(desk, before, on, 'input.on');
  await writeVersions(desk, 'household', [{ uuid, before, after: takeFrom(before, on) }], null);
  return uuid;
}
