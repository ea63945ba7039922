import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey, yearCounter } from '../db/tenant.ts';
import { evidenceKinds, handlingClasses } from '../handling/classes.ts';
import { ExternalParty, RequestSubject } from '../handling/handling.entity.ts';
import { requestLevels } from '../handling/levels.ts';
import { stepColumns } from '../handling/step-columns.ts';
import { requestStates, requestSteps, satisfactions } from '../handling/transitions.ts';
import { Household } from '../households/household.entity.ts';
import { Person } from '../people/person.entity.ts';
import { Photo } from '../photos/photo.entity.ts';
import { Unit } from '../units/unit.entity.ts';

/** How a request reached the town. */
export const requestSources = ['VISIT', 'HOTLINE', 'PETITION', 'PATROL', 'INSPECTION', 'ONLINE', 'COUNTER'] as const;
export type RequestSource = (typeof requestSources)[number];

/** How a follow-up was made. */
export const followUpWays = ['TELEPHONE', 'VISIT'] as const;
export type FollowUpWay = (typeof followUpWays)[number];

/** A request 诉求 of a household or about a place: what it is now. How it came to that its events tell. */
export const Request = defineEntity({
  name: 'Request',
  tableName: 'request',
  properties: {
    ...townKey,
    /** With `number` what people call it by: R2026-000123. */
    year: p.integer(),
    number: p.integer(),
    source: p.enum(requestSources),
    subject: () => p.manyToOne(RequestSubject),
    handlingClass: p.enum(handlingClasses).nullable(),
    state: p.enum(requestStates),
    level: p.enum(requestLevels),
    /** The household whose request it is; null where it is about a place. */
    household: () => p.manyToOne(Household).nullable(),
    /** The unit in which the place is, and which place there. */
    unit: () => p.manyToOne(Unit).nullable(),
    place: p.text().nullable(),
    /** The block under which it was raised, for a place above the blocks its unit: for ever. */
    block: () => p.manyToOne(Unit),
    raisedOn: p.date(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    /** Whether it was recorded by the end of the first working day after `raisedOn`; told when it is recorded. */
    reportedInTime: p.boolean(),
    description: p.text(),
    /** The last day that the present level has. */
    dueOn: p.date(),
    /** Who holds it at the present level, or held it last. */
    holder: () => p.manyToOne(Person).nullable(),
    /** The party outside to which it is, or was last, referred. */
    party: () => p.manyToOne(ExternalParty).nullable(),
    handledOn: p.date().nullable(),
    /** What was said at the latest follow-up; null as long as there was none. */
    satisfaction: p.enum(satisfactions).nullable(),
    /** How many steps it has been through. */
    version: p.integer().version(),
  },
  uniques: [{ properties: ['townId', 'year', 'number'] }],
  indexes: [
    { properties: ['townId', 'household'] },
    { properties: ['townId', 'unit'] },
    { properties: ['townId', 'subject'] },
    { properties: ['townId', 'holder'] },
    { properties: ['townId', 'party'] },
    { properties: ['townId', 'block', 'raisedOn'] },
    { properties: ['townId', 'state', 'dueOn'] },
    // All that counting the requests of a period reads, so that it reads no rows.
    { properties: ['townId', 'raisedOn', 'block', 'household', 'state', 'level', 'satisfaction'] },
  ],
  checks: [
    {
      name: 'request_of_household_or_place',
      expression: 'num_nonnulls(household_id, unit_id) = 1 and (place is null or unit_id is not null)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** A household that a request concerns; its own is one of them. */
export const RequestHousehold = defineEntity({
  name: 'RequestHousehold',
  tableName: 'request_household',
  properties: {
    ...townKey,
    request: () => p.manyToOne(Request),
    household: () => p.manyToOne(Household),
  },
  uniques: [{ properties: ['townId', 'request', 'household'] }],
  indexes: [{ properties: ['townId', 'household'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** One step of a request: what it brought, and what the request was after it. Never changed. */
export const RequestEvent = defineEntity({
  name: 'RequestEvent',
  tableName: 'request_event',
  properties: {
    ...townKey,
    request: () => p.manyToOne(Request),
    ...stepColumns(requestSteps, requestStates),
    happenedOn: p.date(),
    level: p.enum(requestLevels),
    /** The unit of the level on the day of recording; null is the town. */
    unit: () => p.manyToOne(Unit).nullable(),
    holder: () => p.manyToOne(Person).nullable(),
    handlingClass: p.enum(handlingClasses).nullable(),
    subject: () => p.manyToOne(RequestSubject),
    party: () => p.manyToOne(ExternalParty).nullable(),
    dueOn: p.date(),
    evidence: p.enum(evidenceKinds).nullable(),
    way: p.enum(followUpWays).nullable(),
    satisfaction: p.enum(satisfactions).nullable(),
    /** How many photographs or households the step added. */
    added: p.integer().nullable(),
  },
  uniques: [{ properties: ['townId', 'request', 'seq'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** The last number that a town has given to a request of a year. */
export const RequestCounter = defineEntity({ name: 'RequestCounter', tableName: 'request_counter', ...yearCounter });

/** A photograph that shows what a request is about. */
export const RequestPhoto = defineEntity({
  name: 'RequestPhoto',
  tableName: 'request_photo',
  properties: {
    ...townKey,
    request: () => p.manyToOne(Request),
    photo: () => p.manyToOne(Photo),
    /** Where it stands among the request's photographs, from 0 on. */
    position: p.integer(),
  },
  uniques: [{ properties: ['townId', 'request', 'photo'] }],
  indexes: [{ properties: ['townId', 'photo'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
