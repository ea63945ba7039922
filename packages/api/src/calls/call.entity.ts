import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey, yearCounter } from '../db/tenant.ts';
import { stepColumns } from '../handling/step-columns.ts';
import { satisfactions } from '../handling/transitions.ts';
import { Household } from '../households/household.entity.ts';
import { Person } from '../people/person.entity.ts';
import { followUpWays, Request } from '../requests/request.entity.ts';
import { Resident } from '../residents/resident.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { callStates, callSteps } from './call-states.ts';
import { Hotline } from './hotline.entity.ts';

/** What is known of a call, in the call itself and, as it was then, in each of its events. */
const account = {
  calledAt: p.datetime(),
  /** How long it took, in seconds. */
  seconds: p.integer().nullable(),
  /** Who answered it, or called back; null as long as nobody has. */
  answeredBy: () => p.manyToOne(Person).nullable(),
  /** Who called: a household that is known, and who of it, or a name. */
  household: () => p.manyToOne(Household).nullable(),
  resident: () => p.manyToOne(Resident).nullable(),
  callerName: p.text().nullable(),
  /** The number from which they called, digits alone. */
  telephone: p.text().nullable(),
  /** What they wanted, and what they were told. */
  matter: p.text().nullable(),
  answer: p.text().nullable(),
  /** The request about which they asked. */
  about: () => p.manyToOne(Request).nullable(),
};

/** A call 来电 to a hotline: what it is now. How it came to that its events tell. */
export const Call = defineEntity({
  name: 'Call',
  tableName: 'call',
  properties: {
    ...townKey,
    /** With `number` what people call it by: C2026-000123. */
    year: p.integer(),
    number: p.integer(),
    hotline: () => p.manyToOne(Hotline),
    /** For which unit it counts (see call-unit.ts); null is the town itself. */
    unit: () => p.manyToOne(Unit).nullable(),
    /** The same for those who count, who need some id for the town: one that is no unit's. */
    blockId: p.uuid().nullable().generated(`(coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) stored`),
    ...account,
    /** The day of `calledAt` in Shanghai. */
    calledOn: p.date(),
    /** Whether nobody answered when it rang. */
    missed: p.boolean(),
    state: p.enum(callStates),
    /** What was said at the latest follow-up of an answer; requests have their own. */
    satisfaction: p.enum(satisfactions).nullable(),
    /**
     * How many requests were raised out of it and not withdrawn, and how many of them are handled, were followed up, and
     * that to somebody's content. The database counts along with each request (a trigger, migration 045).
     */
    requests: p.integer().default(0),
    requestsHandled: p.integer().default(0),
    requestsFollowed: p.integer().default(0),
    requestsContent: p.integer().default(0),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    /** Random; the audit of readings knows a caller of no household by it. */
    auditKey: p.uuid(),
    /** How many steps it has been through. */
    version: p.integer().version(),
  },
  uniques: [{ properties: ['townId', 'year', 'number'] }],
  indexes: [
    { properties: ['townId', 'calledAt', 'id'] },
    { properties: ['townId', 'hotline'] },
    { properties: ['townId', 'answeredBy'] },
    { properties: ['townId', 'household'] },
    { properties: ['townId', 'resident'] },
    { properties: ['townId', 'telephone'] },
    { properties: ['townId', 'about'] },
    { properties: ['townId', 'unit'] },
    { properties: ['townId', 'calledOn', 'blockId'] },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** A request that was raised out of a call. */
export const CallRequest = defineEntity({
  name: 'CallRequest',
  tableName: 'call_request',
  properties: {
    ...townKey,
    call: () => p.manyToOne(Call),
    request: () => p.manyToOne(Request),
  },
  uniques: [{ properties: ['townId', 'request'] }],
  indexes: [{ properties: ['townId', 'call', 'request'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** One step of a call, and all that was known of the call after it. Never changed. */
export const CallEvent = defineEntity({
  name: 'CallEvent',
  tableName: 'call_event',
  properties: {
    ...townKey,
    call: () => p.manyToOne(Call),
    ...stepColumns(callSteps, callStates),
    happenedAt: p.datetime(),
    ...account,
    way: p.enum(followUpWays).nullable(),
    satisfaction: p.enum(satisfactions).nullable(),
  },
  uniques: [{ properties: ['townId', 'call', 'seq'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** The last number that a town has given to a call of a year. */
export const CallCounter = defineEntity({ name: 'CallCounter', tableName: 'call_counter', ...yearCounter });
