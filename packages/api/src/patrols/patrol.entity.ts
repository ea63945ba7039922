import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { Person } from '../people/person.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { PatrolRoute, PatrolStop } from './patrol-route.entity.ts';

/**
 * A patrol 巡逻 along a route or of a place on a day, as figures count it. It keeps the block of that day for ever; where
 * its day is corrected, the block of the new day. When, by whom and how it was made its versions say.
 */
export const Patrol = defineEntity({
  name: 'Patrol',
  tableName: 'patrol',
  properties: {
    ...townKey,
    /** Null where it was of a place. */
    route: () => p.manyToOne(PatrolRoute).nullable(),
    /** The unit in which it was made, and, without a route, which place there. */
    unit: () => p.manyToOne(Unit),
    place: p.text().nullable(),
    /** The block of the unit; for a unit above the blocks the unit itself. */
    block: () => p.manyToOne(Unit),
    patrolledOn: p.date(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    /** When it was taken back, because it never was or was recorded twice. */
    withdrawnAt: p.datetime().nullable(),
    withdrawnBy: p.uuid().nullable(),
    withdrawnReason: p.text().nullable(),
    /** Digest of what was first sent, by which the same patrol sent again is known; null for those before there was one. */
    sentHash: p.text().nullable(),
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['townId', 'route'] },
    { properties: ['townId', 'unit', 'patrolledOn'] },
    { properties: ['townId', 'patrolledOn', 'block'], where: 'withdrawn_at is null' },
  ],
  checks: [{ name: 'patrol_of_route_or_place', expression: 'num_nonnulls(route_id, place) = 1' }],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** What was written about a patrol, each time that somebody wrote. The version of the highest number holds. */
export const PatrolVersion = defineEntity({
  name: 'PatrolVersion',
  tableName: 'patrol_version',
  properties: {
    ...townKey,
    patrol: () => p.manyToOne(Patrol),
    number: p.integer(),
    patrolledOn: p.date(),
    beganAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    note: p.text().nullable(),
    /** Why it was written anew; null for the first. */
    reason: p.text().nullable(),
    writtenAt: p.datetime(),
    /** A global account. */
    writtenBy: p.uuid(),
  },
  uniques: [{ properties: ['townId', 'patrol', 'number'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** Somebody who took part in a patrol, as one version of it says. */
export const PatrolMember = defineEntity({
  name: 'PatrolMember',
  tableName: 'patrol_member',
  properties: {
    ...townKey,
    version: () => p.manyToOne(PatrolVersion),
    person: () => p.manyToOne(Person),
  },
  uniques: [{ properties: ['townId', 'version', 'person'] }],
  indexes: [{ properties: ['townId', 'person'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A stop of its route that a patrol came by, as one version of it says. */
export const PatrolledStop = defineEntity({
  name: 'PatrolledStop',
  tableName: 'patrolled_stop',
  properties: {
    ...townKey,
    version: () => p.manyToOne(PatrolVersion),
    stop: () => p.manyToOne(PatrolStop),
  },
  uniques: [{ properties: ['townId', 'version', 'stop'] }],
  indexes: [{ properties: ['townId', 'stop'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
