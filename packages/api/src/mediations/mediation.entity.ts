import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, townKey, yearCounter } from '../db/tenant.ts';
import { RequestSubject } from '../handling/handling.entity.ts';
import { stepColumns } from '../handling/step-columns.ts';
import { Household } from '../households/household.entity.ts';
import { Person } from '../people/person.entity.ts';
import { Request } from '../requests/request.entity.ts';
import { Resident } from '../residents/resident.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { keepings, mediationStates, mediationSteps } from './mediation-states.ts';

/** A mediation 调解 between people at odds: what it is now. How it came to that its events tell. */
export const Mediation = defineEntity({
  name: 'Mediation',
  tableName: 'mediation',
  properties: {
    ...townKey,
    /** With `number` what people call it by: M2026-000123. */
    year: p.integer(),
    number: p.integer(),
    subject: () => p.manyToOne(RequestSubject),
    /** Where it is held; null is the town itself. */
    unit: () => p.manyToOne(Unit).nullable(),
    /** The request out of which it came. */
    request: () => p.manyToOne(Request).nullable(),
    matter: p.text(),
    state: p.enum(mediationStates),
    begunOn: p.date(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    agreedOn: p.date().nullable(),
    /** The day by which it is to be looked at whether the agreement is kept. */
    checkOn: p.date().nullable(),
    /** Random; stands for all its parties where readings of its texts are recorded. */
    auditKey: p.uuid(),
    /** How many steps it has been through. */
    version: p.integer().version(),
  },
  uniques: [{ properties: ['townId', 'year', 'number'] }],
  indexes: [
    { properties: ['townId', 'unit'] },
    { properties: ['townId', 'subject'] },
    { properties: ['townId', 'request'] },
    { properties: ['townId', 'begunOn'] },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** One of those at odds 当事人: a household, a resident, or somebody else by name. Who has left stays to be read. */
export const MediationParty = defineEntity({
  name: 'MediationParty',
  tableName: 'mediation_party',
  properties: {
    ...townKey,
    mediation: () => p.manyToOne(Mediation),
    /** Its place among those of one mediation. */
    position: p.integer(),
    household: () => p.manyToOne(Household).nullable(),
    resident: () => p.manyToOne(Resident).nullable(),
    name: p.text().nullable(),
    /** The number of the step with which it came in, and of the one with which it left. */
    joinedSeq: p.integer(),
    leftSeq: p.integer().nullable(),
    /** Random; the audit of readings knows somebody else by it. */
    auditKey: p.uuid(),
  },
  indexes: [
    { properties: ['townId', 'mediation'] },
    { properties: ['townId', 'household'] },
    { properties: ['townId', 'resident'] },
  ],
  checks: [{ name: 'mediation_party_one', expression: 'num_nonnulls(household_id, resident_id, name) = 1' }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** Somebody who mediates 调解员, as a step named them; those of the last such step do now. */
export const MediationMediator = defineEntity({
  name: 'MediationMediator',
  tableName: 'mediation_mediator',
  properties: {
    ...townKey,
    mediation: () => p.manyToOne(Mediation),
    /** The number of the step that named them. */
    seq: p.integer(),
    position: p.integer(),
    person: () => p.manyToOne(Person),
  },
  uniques: [{ properties: ['townId', 'mediation', 'seq', 'person'] }],
  indexes: [{ properties: ['townId', 'person'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A talk: with one party apart 背对背, or with several together 面对面. Never changed. */
export const MediationTalk = defineEntity({
  name: 'MediationTalk',
  tableName: 'mediation_talk',
  properties: {
    ...townKey,
    mediation: () => p.manyToOne(Mediation),
    heldOn: p.date(),
    said: p.text(),
    recordedAt: p.datetime(),
  },
  indexes: [{ properties: ['townId', 'mediation'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A party that took part in a talk. */
export const MediationTalkParty = defineEntity({
  name: 'MediationTalkParty',
  tableName: 'mediation_talk_party',
  properties: {
    ...townKey,
    talk: () => p.manyToOne(MediationTalk),
    party: () => p.manyToOne(MediationParty),
  },
  uniques: [{ properties: ['townId', 'talk', 'party'] }],
  indexes: [{ properties: ['townId', 'party'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** One step of a mediation. Never changed. */
export const MediationEvent = defineEntity({
  name: 'MediationEvent',
  tableName: 'mediation_event',
  properties: {
    ...townKey,
    mediation: () => p.manyToOne(Mediation),
    ...stepColumns(mediationSteps, mediationStates),
    happenedOn: p.date(),
    keeping: p.enum(keepings).nullable(),
    checkOn: p.date().nullable(),
  },
  uniques: [{ properties: ['townId', 'mediation', 'seq'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** The last number that a town has given to a mediation of a year. */
export const MediationCounter = defineEntity({
  name: 'MediationCounter',
  tableName: 'mediation_counter',
  ...yearCounter,
});
