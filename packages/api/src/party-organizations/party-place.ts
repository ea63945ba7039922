import type { Place } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { placeWith } from '../units/standing-under.ts';
import type { PartyOrganizationType } from './party-organization.type.ts';

type Seated = Pick<PartyOrganizationType, 'townId' | 'unitUuid' | 'organizationUuid'>;

/**
 * Where a Party organisation stands today, to ask who sees people in it: with the unit in which it sits, or that of the organisation,
 * or with the town.
 */
export async function placeOfParty(desk: Desk, { townId, unitUuid, organizationUuid }: Seated): Promise<Place> {
  const registered =
    organizationUuid === null ? null : await desk.load(unitsOfOrganizations, { townId, uuid: organizationUuid });
  return placeWith(desk, townId, unitUuid ?? registered);
}

/** Batch of the units at which organisations are registered now, or were last. One statement. */
async function unitsOfOrganizations(
  desk: Desk,
  keys: readonly { townId: number; uuid: string }[],
): Promise<(string | null)[]> {
  const rows = await desk.db
    .selectFrom('organization_version')
    .select(['organization_id', 'unit_id'])
    .where('town_id', 'in', [...new Set(keys.map(({ townId }) => townId))])
    .where('organization_id', 'in', [...new Set(keys.map(({ uuid }) => uuid))])
    .orderBy('valid_from')
    .execute();
  return keys.map(({ uuid }) => rows.findLast((row) => row.organization_id === uuid)?.unit_id ?? null);
}
