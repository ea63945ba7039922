import { defineEntity, p } from '@mikro-orm/core';
import { dated, districtReads, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { Organization } from '../organizations/organization.entity.ts';
import { Person } from '../people/person.entity.ts';
import { Unit } from '../units/unit.entity.ts';

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
