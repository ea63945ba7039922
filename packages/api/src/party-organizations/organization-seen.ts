import type { Context } from '../context.ts';
import type { OrganizationType } from '../organizations/organization.type.ts';
import { organizationLines, organizationOf, reachesOrganization } from '../organizations/organization-rows.ts';

/** An organisation that something of a town names, as it is on a day; null where none is named, or the viewer may not see it. */
export async function organizationSeen(
  ctx: Context,
  townId: number,
  uuid: string | null,
  asOf: string,
): Promise<OrganizationType | null> {
  const desk = uuid === null ? undefined : await ctx.readTownFor('organization:read', townId);
  const line = uuid === null ? undefined : await desk?.load(organizationLines, { townId, uuid });
  if (!desk || !line) return null;
  const seen = await reachesOrganization(desk, ctx.signedIn, 'organization:read', line);
  return seen ? organizationOf(line, asOf) : null;
}
