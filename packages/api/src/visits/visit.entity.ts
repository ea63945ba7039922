import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { Household } from '../households/household.entity.ts';
import { Person } from '../people/person.entity.ts';
import { Request } from '../requests/request.entity.ts';
import { Unit } from '../units/unit.entity.ts';

/** How a household was met: at home 上门, by telephone 电话, or by appointment elsewhere 预约. */
export const visitWays = ['AT_HOME', 'TELEPHONE', 'APPOINTMENT'] as const;
export type VisitWay = (typeof visitWays)[number];

/** What a visit's record can lack 台账问题. A record without any is in order. */
export const recordFaults = ['NOTED_LATE', 'INCOMPLETE', 'COPIED', 'REPEATED', 'DEMAND_LEFT'] as const;
export type RecordFault = (typeof recordFaults)[number];

/**
 * A visit 走访 to a household on a day, as figures count it. It keeps the geographic block of that day for ever; where
 * its day is corrected, the block of the new day. What was said stands in its versions.
 */
export const Visit = defineEntity({
  name: 'Visit',
  tableName: 'visit',
  properties: {
    /** A visit that was recorded without a network has the id that its client gave it. */
    ...townKey,
    household: () => p.manyToOne(Household),
    block: () => p.manyToOne(Unit),
    visitedOn: p.date(),
    way: p.enum(visitWays),
    /** When whoever made it wrote it down, by the clock of their device. */
    notedAt: p.datetime(),
    recordedAt: p.datetime(),
    /** The account that recorded it; null for invented ones and for contacts from before there were visits. */
    recordedBy: p.uuid().nullable(),
    /** SHA-256 of what was sent first, by which the same visit sent again is known. */
    sentHash: p.text().nullable(),
    /** When it was taken back, because it never was or was recorded twice. */
    withdrawnAt: p.datetime().nullable(),
    withdrawnBy: p.uuid().nullable(),
    withdrawnReason: p.text().nullable(),
    /** What its record lacks, as triggers judge it; empty for one that is in order. */
    recordFaults: p.array<RecordFault>().default([]),
    /** Whether another visit on its day, in its way, was noted before it, as triggers judge it: both are one contact. */
    again: p.boolean().default(false),
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['townId', 'block', 'visitedOn'] },
    { properties: ['townId', 'household', 'visitedOn'] },
    // All that counting the contacts of a period reads, so that it reads no rows.
    { properties: ['townId', 'visitedOn', 'block', 'household'], where: 'withdrawn_at is null and not again' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/**
 * What was written about a visit, each time that somebody wrote: the three must-records 三个必记 (basic situation, what
 * the resident asks for, what service was given) and the outcome. The version of the highest number holds.
 */
export const VisitVersion = defineEntity({
  name: 'VisitVersion',
  tableName: 'visit_version',
  properties: {
    ...townKey,
    visit: () => p.manyToOne(Visit),
    number: p.integer(),
    visitedOn: p.date(),
    way: p.enum(visitWays),
    situation: p.text(),
    demand: p.text(),
    service: p.text(),
    outcome: p.text().nullable(),
    /** Why it was written anew; null for the first. */
    reason: p.text().nullable(),
    writtenAt: p.datetime(),
    writtenBy: p.uuid().nullable(),
  },
  uniques: [{ properties: ['townId', 'visit', 'number'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A request that was raised at a visit. */
export const VisitRequest = defineEntity({
  name: 'VisitRequest',
  tableName: 'visit_request',
  properties: {
    ...townKey,
    visit: () => p.manyToOne(Visit),
    request: () => p.manyToOne(Request),
  },
  uniques: [{ properties: ['townId', 'request'] }],
  indexes: [{ properties: ['townId', 'visit'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** Somebody who made a visit, as one version of it says. */
export const VisitVisitor = defineEntity({
  name: 'VisitVisitor',
  tableName: 'visit_visitor',
  properties: {
    ...townKey,
    version: () => p.manyToOne(VisitVersion),
    person: () => p.manyToOne(Person),
  },
  uniques: [{ properties: ['townId', 'version', 'person'] }],
  indexes: [{ properties: ['townId', 'person'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
