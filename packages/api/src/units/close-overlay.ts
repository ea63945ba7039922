import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { changedOverlay, getOverlayFor } from './find-overlay.ts';
import type { CloseOverlayInput, OverlayType } from './overlay.type.ts';

/**
 * Closes an overlay; `on` is the first day without it. Errors: NOT_FOUND on input.overlay; BAD_INPUT on input.on; CONFLICT
 * where it is closed or blocks of it last longer.
 */
export async function closeOverlay(
  desk: Desk,
  actor: Actor,
  input: CloseOverlayInput,
  on: string,
): Promise<OverlayType> {
  await lockTree(desk);
  const overlay = await getOverlayFor(desk, actor, 'overlay:manage', input.overlay);
  if (overlay.validTo !== null) throw conflict('overlayClosed', 'input.overlay');
  if (on < overlay.validFrom) throw badInput('input.on', 'dateBeforeBeginning', { date: overlay.validFrom });
  const { count } = await desk.db
    .selectFrom('unit')
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('town_id', '=', desk.town)
    .where('overlay_id', '=', overlay.uuid)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]))
    .executeTakeFirstOrThrow();
  if (count > 0) throw conflict('unitHasChildren', 'input.overlay', { count });
  await desk.db
    .updateTable('tree_overlay')
    .set((row) => ({ valid_to: on, version: row('version', '+', 1) }))
    .where('town_id', '=', desk.town)
    .where('id', '=', overlay.uuid)
    .execute();
  return changedOverlay(desk, overlay.uuid);
}
