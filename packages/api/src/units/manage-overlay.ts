import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { globalId } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getOverlay, overlaysOfTowns } from './find-overlay.ts';
import { requireVersion } from './find-unit.ts';
import type { CloseOverlayInput, OpenOverlayInput, OverlayType, RenameOverlayInput } from './overlay.type.ts';

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
  await refuseTakenName(desk, name, { validFrom: from, validTo: null });
  const id = randomUUIDv7();
  const row = { town_id: desk.town, id, name, valid_from: from, valid_to: null, version: 1 };
  await desk.db.insertInto('tree_overlay').values(row).execute();
  return changedOverlay(desk, id);
}

/**
 * Gives an overlay another name, also for its past. Errors: NOT_FOUND on input.overlay; BAD_INPUT on input.name; CONFLICT
 * where the name is taken or somebody else changed it.
 */
export async function renameOverlay(desk: Desk, actor: Actor, input: RenameOverlayInput): Promise<OverlayType> {
  await lockTree(desk);
  const overlay = await managed(desk, actor, input.overlay);
  requireVersion(overlay, input.expectedVersion);
  const name = oneLine(input.name, 'input.name');
  await refuseTakenName(desk, name, overlay);
  await desk.db
    .updateTable('tree_overlay')
    .set((row) => ({ name, version: row('version', '+', 1) }))
    .where('town_id', '=', desk.town)
    .where('id', '=', overlay.uuid)
    .execute();
  return changedOverlay(desk, overlay.uuid);
}

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
  const overlay = await managed(desk, actor, input.overlay);
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

async function managed(desk: Desk, actor: Actor, id: string): Promise<OverlayType> {
  const overlay = await getOverlay(desk, id, 'input.overlay');
  if (!reachesTown(actor, 'overlay:manage', desk.town)) throw notFound('input.overlay');
  return overlay;
}

async function refuseTakenName(
  desk: Desk,
  name: string,
  self: { uuid?: string; validFrom: string; validTo: string | null },
): Promise<void> {
  const taken = (await desk.load(overlaysOfTowns, desk.town)).some(
    (other) =>
      other.name === name &&
      other.uuid !== self.uuid &&
      (other.validTo === null || other.validTo > self.validFrom) &&
      (self.validTo === null || self.validTo > other.validFrom),
  );
  if (taken) throw conflict('nameTaken', 'input.name');
}

async function changedOverlay(desk: Desk, uuid: string): Promise<OverlayType> {
  desk.forget();
  return getOverlay(desk, globalId('Overlay', desk.town, uuid), 'input.overlay');
}
