import type { Desk } from '../db/door.ts';
import type { Period } from '../db/versions.ts';
import { notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';

/** Batch of the lives of organisations of the desk's town; undefined where there is no such one. One statement. */
export async function organizationLives(desk: Desk, uuids: readonly string[]): Promise<(Period | undefined)[]> {
  const rows = await desk.db
    .selectFrom('organization')
    .select(['id', 'valid_from as from', 'valid_to as to'])
    .where('town_id', '=', desk.town)
    .where('id', 'in', [...uuids])
    .execute();
  const lives = new Map(rows.map(({ id, from, to }) => [id, { from, to }]));
  return uuids.map((uuid) => lives.get(uuid));
}

/**
 * The organisations of the desk's town that an input names, each once, in their order.
 * Errors: NOT_FOUND on the place of the one at fault, as `fieldAt` names it.
 */
export async function requireOrganizations(
  desk: Desk,
  ids: readonly string[],
  fieldAt: (index: number) => string,
): Promise<string[]> {
  const uuids = ids.map((id, index) => requireIdIn(desk.town, id, 'Organization', fieldAt(index)));
  const lives = await Promise.all(uuids.map((uuid) => desk.load(organizationLives, uuid)));
  const missing = lives.findIndex((life) => !life);
  if (missing >= 0) throw notFound(fieldAt(missing));
  return [...new Set(uuids)];
}

/** The names of organisations of the desk's town on a day, or the first or last they had. */
export async function organizationNamesOn(
  desk: Desk,
  keys: readonly { uuid: string; day: string }[],
): Promise<string[]> {
  const rows = await desk.db
    .selectFrom('organization_version')
    .select(['organization_id', 'name', 'valid_from'])
    .where('town_id', '=', desk.town)
    .where('organization_id', 'in', [...new Set(keys.map(({ uuid }) => uuid))])
    .orderBy('valid_from')
    .execute();
  return keys.map(({ uuid, day }) => {
    const own = rows.filter((row) => row.organization_id === uuid);
    return (own.findLast((row) => row.valid_from <= day) ?? own[0])?.name ?? '';
  });
}
