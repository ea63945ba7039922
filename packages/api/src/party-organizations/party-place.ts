import type { Place } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { organizationLines, placeOfOrganization } from '../organizations/organization-rows.ts';
import { placeWith } from '../units/standing-under.ts';
import type { PartyOrganizationType } from './party-organization.type.ts';

/**
 * Where a Party organisation stands today, to ask who sees people in it: with the unit or the organisation in which it sits, or with
 * the town.
 */
export async function placeOfParty(
  desk: Desk,
  { townId, unitUuid, organizationUuid: uuid }: Pick<PartyOrganizationType, 'townId' | 'unitUuid' | 'organizationUuid'>,
): Promise<Place> {
  const line = uuid === null ? undefined : await desk.load(organizationLines, { townId, uuid });
  return line ? placeOfOrganization(desk, line) : placeWith(desk, townId, unitUuid);
}
