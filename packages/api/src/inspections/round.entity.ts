import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { Person } from '../people/person.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { InspectionPlace } from './place.entity.ts';
import { InspectionSquad } from './squad.entity.ts';

/** A round 督查轮次 of a squad on a day, to one place or several. What it was its versions say. */
export const InspectionRound = defineEntity({
  name: 'InspectionRound',
  tableName: 'inspection_round',
  properties: {
    ...townKey,
    squad: () => p.manyToOne(InspectionSquad),
    inspectedOn: p.date(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    /** When it was taken back, because it never was or was recorded twice. */
    withdrawnAt: p.datetime().nullable(),
    withdrawnBy: p.uuid().nullable(),
    withdrawnReason: p.text().nullable(),
    /** Digest of what was first sent, by which the same round sent again is known. */
    sentHash: p.text(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['townId', 'squad', 'inspectedOn'] }, { properties: ['townId', 'inspectedOn'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** What was written about a round, each time that somebody wrote. The version of the highest number holds. */
export const InspectionRoundVersion = defineEntity({
  name: 'InspectionRoundVersion',
  tableName: 'inspection_round_version',
  properties: {
    ...townKey,
    round: () => p.manyToOne(InspectionRound),
    number: p.integer(),
    inspectedOn: p.date(),
    note: p.text().nullable(),
    /** Why it was written anew; null for the first. */
    reason: p.text().nullable(),
    writtenAt: p.datetime(),
    /** A global account. */
    writtenBy: p.uuid(),
  },
  uniques: [{ properties: ['townId', 'round', 'number'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/**
 * A check 检查 of one place in a round, as figures count it. It keeps the block of its day for ever; where the day of the
 * round is corrected, the block of the new day.
 */
export const InspectionCheck = defineEntity({
  name: 'InspectionCheck',
  tableName: 'inspection_check',
  properties: {
    ...townKey,
    round: () => p.manyToOne(InspectionRound),
    place: () => p.manyToOne(InspectionPlace),
    /** Its place in the order of the round, from 1 on. */
    position: p.integer(),
    /** The block of the place's unit; for a unit above the blocks the unit itself. */
    block: () => p.manyToOne(Unit),
    inspectedOn: p.date(),
    /** Whether the round was withdrawn, or was written anew without it. */
    withdrawn: p.boolean(),
  },
  uniques: [{ properties: ['townId', 'round', 'place'] }],
  indexes: [
    { properties: ['townId', 'place', 'inspectedOn'] },
    { properties: ['townId', 'inspectedOn', 'block'], where: 'not withdrawn' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** That somebody took part in a check, as one version of its round says: of those that count, each is a person-time 人次. */
export const InspectionAttendance = defineEntity({
  name: 'InspectionAttendance',
  tableName: 'inspection_attendance',
  properties: {
    ...townKey,
    version: () => p.manyToOne(InspectionRoundVersion),
    check: () => p.manyToOne(InspectionCheck),
    person: () => p.manyToOne(Person),
    block: () => p.manyToOne(Unit),
    inspectedOn: p.date(),
    /** Whether it is of the version that holds, of a round that was not withdrawn. */
    counted: p.boolean(),
  },
  uniques: [{ name: 'inspection_attendance_once', properties: ['townId', 'version', 'check', 'person'] }],
  indexes: [
    { properties: ['townId', 'check'] },
    { properties: ['townId', 'person'] },
    { properties: ['townId', 'inspectedOn', 'block'], where: 'counted' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
