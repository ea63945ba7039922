import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';

/**
 * The overlay of the desk's town that an input names, if it is there from a day on. Returns its id in the town.
 * Errors: NOT_FOUND on `field`; CONFLICT where it is closed.
 */
export async function requireOverlay(desk: Desk, id: string, from: string, field: string): Promise<string> {
  const uuid = requireIdIn(desk.town, id, 'Overlay', field);
  const overlay = await desk.db
    .selectFrom('tree_overlay')
    .select(['valid_from', 'valid_to'])
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .executeTakeFirst();
  if (!overlay || overlay.valid_from > from) throw notFound(field);
  if (overlay.valid_to !== null) throw conflict('overlayClosed', field);
  return uuid;
}
