import { defineEntity, p } from '@mikro-orm/core';
import { dated, districtReads, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { Organization } from '../organizations/organization.entity.ts';
import { PartyOrganization } from '../party-organizations/party-organization.entity.ts';
import { Person } from '../people/person.entity.ts';
import { Unit } from '../units/unit.entity.ts';

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

/** As what somebody is assigned: liaison 党建联络员, instructor 党建指导员, or a leader whose contact point 联系点 it is. */
export const workRoles = ['LIAISON', 'INSTRUCTOR', 'LEADER'] as const;
export type WorkRole = (typeof workRoles)[number];

/** That a person is assigned to an organisation, or to all under a unit, over a period. */
export const WorkAssignment = defineEntity({
  name: 'WorkAssignment',
  tableName: 'work_assignment',
  properties: {
    ...townKey,
    organization: () => p.manyToOne(Organization).nullable(),
    unit: () => p.manyToOne(Unit).nullable(),
    role: p.enum(workRoles),
    person: () => p.manyToOne(Person),
    ...dated,
  },
  indexes: [
    { properties: ['townId', 'organization'] },
    { properties: ['townId', 'unit'] },
    { properties: ['townId', 'person'] },
  ],
  checks: [
    forward('work_assignment_forward'),
    { name: 'work_assignment_to', expression: 'num_nonnulls(organization_id, unit_id) = 1' },
    noOverlap('work_assignment_organization', ['organization_id', 'person_id', 'role'], 'organization_id IS NOT NULL'),
    noOverlap('work_assignment_unit', ['unit_id', 'person_id', 'role'], 'unit_id IS NOT NULL'),
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
