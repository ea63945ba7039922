import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { type OrganizationLine, organizationLines } from '../organizations/organization-rows.ts';
import { requireIdIn } from '../schema/global-id.ts';

/**
 * The organisations of the desk's town that an input names, each once, in their order. Whoever keeps the Party's organisations does
 * so for the whole town.
 * Errors: NOT_FOUND on the place of the one at fault, as `fieldAt` names it.
 */
export async function requireOrganizations(
  desk: Desk,
  ids: readonly string[],
  fieldAt: (index: number) => string,
): Promise<OrganizationLine[]> {
  const uuids = ids.map((id, index) => requireIdIn(desk.town, id, 'Organization', fieldAt(index)));
  const lines = await Promise.all(uuids.map((uuid) => desk.load(organizationLines, { townId: desk.town, uuid })));
  const missing = lines.indexOf(undefined);
  if (missing >= 0) throw notFound(fieldAt(missing));
  return [...new Set(lines)].flatMap((line) => line ?? []);
}

/** The organisation of the desk's town that an input names. Errors: NOT_FOUND on `field`. */
export async function requireOrganization(desk: Desk, id: string, field: string): Promise<OrganizationLine> {
  const [line] = await requireOrganizations(desk, [id], () => field);
  if (!line) throw notFound(field);
  return line;
}
