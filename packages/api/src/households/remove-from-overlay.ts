import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { writeVersions } from '../db/revise.ts';
import { endOn } from '../db/versions.ts';
import { conflict } from '../errors.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getOverlay } from '../units/find-overlay.ts';
import { getHouseholdFor } from './find-household.ts';
import type { RemoveFromOverlayInput } from './household.input.ts';
import { inPartition, placesOf } from './household-places.ts';

/**
 * Takes a household out of an overlay; `on` is the first day without it there. Returns its id in the town.
 * Errors: NOT_FOUND on input.household or input.overlay; CONFLICT where it is not in the overlay then.
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
  const after = endOn(before, on);
  if (!before.some((place) => place.to === null || place.to > on)) throw conflict('notInOverlay', 'input.overlay');
  await writeVersions(desk, 'household', [{ uuid, before, after }], null);
  return uuid;
}
