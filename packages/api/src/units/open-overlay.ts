import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { notFound } from '../errors.ts';
import { oneLine } from '../schema/text.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { changedOverlay, refuseTakenOverlayName } from './find-overlay.ts';
import type { OpenOverlayInput, OverlayType } from './overlay.type.ts';

/** Opens an overlay. Errors: NOT_FOUND on input.town; BAD_INPUT on input.name; CONFLICT where the name is taken. */
export async function openOverlay(
  desk: Desk,
  actor: Actor,
  input: OpenOverlayInput,
  from: string,
): Promise<OverlayType> {
  await lockTree(desk);
  if (!reachesTown(actor, 'overlay:manage', desk.town)) throw notFound('input.town');
  const name = oneLine(input.name, 'input.name');
  await refuseTakenOverlayName(desk, name, { validFrom: from, validTo: null });
  const id = newId();
  const row = { town_id: desk.town, id, name, valid_from: from, valid_to: null, version: 1 };
  await desk.db.insertInto('tree_overlay').values(row).execute();
  return changedOverlay(desk, id);
}
