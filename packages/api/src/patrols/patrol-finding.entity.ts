import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { ExternalParty } from '../handling/handling.entity.ts';
import { stepColumns } from '../handling/step-columns.ts';
import { Photo } from '../photos/photo.entity.ts';
import { Request } from '../requests/request.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { findingKinds, findingStates, findingSteps } from './finding-states.ts';
import { Patrol } from './patrol.entity.ts';

/**
 * A problem or a suggestion that a patrol brought up: what has become of it, and what figures count it by. What it says
 * its events tell.
 */
export const PatrolFinding = defineEntity({
  name: 'PatrolFinding',
  tableName: 'patrol_finding',
  properties: {
    ...townKey,
    patrol: () => p.manyToOne(Patrol),
    /** Its place among those of one patrol, from 1 on. */
    position: p.integer(),
    kind: p.enum(findingKinds),
    state: p.enum(findingStates),
    /** Whether it was acted on, by itself or as a request that is handled: the latter a trigger of `request` keeps. */
    actedOn: p.boolean(),
    /** The request as which it was raised. */
    request: () => p.manyToOne(Request).nullable(),
    /** The party outside to which it was passed last. */
    party: () => p.manyToOne(ExternalParty).nullable(),
    /** Day and block of the patrol, and whether it was withdrawn. */
    patrolledOn: p.date(),
    block: () => p.manyToOne(Unit),
    withdrawn: p.boolean(),
    /** How many steps it has been through. */
    version: p.integer().version(),
  },
  uniques: [{ properties: ['townId', 'patrol', 'position'] }, { properties: ['townId', 'request'] }],
  indexes: [
    { properties: ['townId', 'party'] },
    { properties: ['townId', 'patrolledOn', 'block'], where: 'not withdrawn' },
  ],
  checks: [
    { name: 'patrol_finding_request', expression: "(state = 'REQUESTED') = (request_id is not null)" },
    {
      name: 'patrol_finding_acted_on',
      expression: "case state when 'ACTED_ON' then acted_on when 'REQUESTED' then true else not acted_on end",
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** One step of what a patrol found. Never changed. */
export const PatrolFindingEvent = defineEntity({
  name: 'PatrolFindingEvent',
  tableName: 'patrol_finding_event',
  properties: {
    ...townKey,
    finding: () => p.manyToOne(PatrolFinding),
    ...stepColumns(findingSteps, findingStates),
    happenedOn: p.date(),
    /** As which the step raised it. */
    request: () => p.manyToOne(Request).nullable(),
    party: () => p.manyToOne(ExternalParty).nullable(),
    /** Where it is, for what was recorded or corrected. */
    place: p.text().nullable(),
  },
  uniques: [{ properties: ['townId', 'finding', 'seq'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A photograph of the place that a step was recorded with. */
export const PatrolPhoto = defineEntity({
  name: 'PatrolPhoto',
  tableName: 'patrol_photo',
  properties: {
    ...townKey,
    finding: () => p.manyToOne(PatrolFinding),
    /** The number of the step. */
    seq: p.integer(),
    photo: () => p.manyToOne(Photo),
  },
  uniques: [{ properties: ['townId', 'finding', 'seq', 'photo'] }],
  indexes: [{ properties: ['townId', 'photo'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
