import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { oneLine } from '../schema/text.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { changedOverlay, getOverlayFor, refuseTakenOverlayName } from './find-overlay.ts';
import { requireVersion } from './find-unit.ts';
import type { OverlayType, RenameOverlayInput } from './overlay.type.ts';

/**
 * Gives an overlay another name, also for its past. Errors: NOT_FOUND on input.overlay; BAD_INPUT on input.name; CONFLICT
 * where the name is taken or somebody else changed it.
 */
export async function renameOverlay(desk: Desk, actor: Actor, input: RenameOverlayInput): Promise<OverlayType> {
  await lockTree(desk);
  const overlay = await getOverlayFor(desk, actor, 'overlay:manage', input.overlay);
  requireVersion(overlay, input.expectedVersion);
  const name = oneLine(input.name, 'input.name');
  await refuseTakenOverlayName(desk, name, overlay);
  await desk.db
    .updateTable('tree_overlay')
    .set((row) => ({ name, version: row('version', '+', 1) }))
    .where('town_id', '=', desk.town)
    .where('id', '=', overlay.uuid)
    .execute();
  return changedOverlay(desk, overlay.uuid);
}
