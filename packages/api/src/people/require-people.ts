import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';

/**
 * The people of the desk's town that an input names, each once, in their order. One statement.
 * Errors: NOT_FOUND on the place of the one at fault, as `fieldAt` names it.
 */
export async function requirePeople(
  desk: Desk,
  ids: readonly string[],
  fieldAt: (index: number) => string,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const uuids = ids.map((id, index) => requireIdIn(desk.town, id, 'Person', fieldAt(index)));
  const rows = await desk.db
    .selectFrom('person')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', '=', anyOf(uuids))
    .execute();
  const known = new Set(rows.map((row) => row.id));
  const missing = uuids.findIndex((uuid) => !known.has(uuid));
  if (missing >= 0) throw notFound(fieldAt(missing));
  return [...new Set(uuids)];
}
