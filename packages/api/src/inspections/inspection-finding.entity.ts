import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { stepColumns } from '../handling/step-columns.ts';
import { Request } from '../requests/request.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { findingKinds, findingStates, findingSteps } from './inspection-terms.ts';
import { InspectionCheck } from './round.entity.ts';

/** Something that was not in order at a check: what has become of it, and what figures count it by. Its events tell what it says. */
export const InspectionFinding = defineEntity({
  name: 'InspectionFinding',
  tableName: 'inspection_finding',
  properties: {
    ...townKey,
    check: () => p.manyToOne(InspectionCheck),
    /** Its place among those of one check, from 1 on. */
    position: p.integer(),
    kind: p.enum(findingKinds),
    state: p.enum(findingStates),
    /** Whether it was mended, by itself or as a request that is handled: the latter a trigger of `request` keeps. */
    mended: p.boolean(),
    /** The request as which it was raised. */
    request: () => p.manyToOne(Request).nullable(),
    /** Day and block of the check, and whether that was withdrawn. */
    inspectedOn: p.date(),
    block: () => p.manyToOne(Unit),
    withdrawn: p.boolean(),
    /** How many steps it has been through. */
    version: p.integer().version(),
  },
  uniques: [{ properties: ['townId', 'check', 'position'] }, { properties: ['townId', 'request'] }],
  indexes: [{ properties: ['townId', 'inspectedOn', 'block'], where: 'not withdrawn' }],
  checks: [
    { name: 'inspection_finding_request', expression: "(state = 'REQUESTED') = (request_id is not null)" },
    {
      name: 'inspection_finding_mended',
      expression: "case state when 'MENDED' then mended when 'OPEN' then not mended else true end",
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** One step of a finding. Never changed. */
export const InspectionFindingEvent = defineEntity({
  name: 'InspectionFindingEvent',
  tableName: 'inspection_finding_event',
  properties: {
    ...townKey,
    finding: () => p.manyToOne(InspectionFinding),
    ...stepColumns(findingSteps, findingStates),
    happenedOn: p.date(),
    kind: p.enum(findingKinds),
    /** As which the step raised it. */
    request: () => p.manyToOne(Request).nullable(),
  },
  uniques: [{ properties: ['townId', 'finding', 'seq'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
