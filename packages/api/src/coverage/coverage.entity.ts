import { defineEntity, p } from '@mikro-orm/core';
import { dated, districtReads, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { Organization } from '../organizations/organization.entity.ts';
import { PartyOrganization } from '../party-organizations/party-organization.entity.ts';

/** Ways in which a Party organisation includes an organisation 组建方式. The first two establish one in it. */
export const coverageWays = ['INDEPENDENT', 'JOINT', 'BY_INDUSTRY', 'BY_AREA', 'AFFILIATED'] as const;
export type CoverageWay = (typeof coverageWays)[number];

/** That a Party organisation includes an organisation over a period, and in which way. */
export const CoverageLink = defineEntity({
  name: 'CoverageLink',
  tableName: 'coverage_link',
  properties: {
    ...townKey,
    partyOrganization: () => p.manyToOne(PartyOrganization),
    organization: () => p.manyToOne(Organization),
    way: p.enum(coverageWays),
    ...dated,
    endedBecause: p.text().nullable(),
  },
  indexes: [{ properties: ['townId', 'partyOrganization'] }, { properties: ['townId', 'organization'] }],
  checks: [
    forward('coverage_link_forward'),
    noOverlap('coverage_link_once', ['organization_id', 'party_organization_id']),
    noOverlap('coverage_link_established_once', ['organization_id'], "way IN ('INDEPENDENT', 'JOINT')"),
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
