import { defineEntity, p } from '@mikro-orm/core';
import { dated, districtReads, forward, noOverlap, ownTown, platformReads, townKey } from '../db/tenant.ts';
import { Industry, Organization, OrganizationKind, organizationClasses } from '../organizations/organization.entity.ts';
import { Unit } from '../units/unit.entity.ts';

/**
 * What an organisation is and what covers it over a period, as worked out from all that bears on it (standing-of.ts). Every
 * rate counts these rows; they are written in the transaction that changes any of it (restate.ts).
 */
export const OrganizationStanding = defineEntity({
  name: 'OrganizationStanding',
  tableName: 'organization_standing',
  properties: {
    ...townKey,
    organization: () => p.manyToOne(Organization),
    ...dated,
    kind: () => p.manyToOne(OrganizationKind),
    class: p.enum(organizationClasses),
    unit: () => p.manyToOne(Unit),
    industry: () => p.manyToOne(Industry).nullable(),
    /** Whether it has Party members. */
    hasMembers: p.boolean(),
    /** Whether the Social Party Committee manages it directly. */
    direct: p.boolean(),
    established: p.boolean(),
    covered: p.boolean(),
    worked: p.boolean(),
  },
  indexes: [{ properties: ['townId', 'organization'] }],
  checks: [forward('organization_standing_forward'), noOverlap('organization_standing_once', ['organization_id'])],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/**
 * How many organisations of a class a town has over a period, and how many of them are covered: what the standings add up to.
 * A dashboard of any day reads one row a town and class.
 */
export const CoverageSummary = defineEntity({
  name: 'CoverageSummary',
  tableName: 'coverage_summary',
  properties: {
    townId: p.bigint('number').primary(),
    class: p.enum(organizationClasses).primary(),
    validFrom: p.date().primary(),
    validTo: p.date().nullable(),
    organizations: p.integer(),
    established: p.integer(),
    covered: p.integer(),
    worked: p.integer(),
  },
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads, platformReads],
});
