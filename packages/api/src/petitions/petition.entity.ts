import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, townKey, yearCounter } from '../db/tenant.ts';
import { ExternalParty, RequestSubject } from '../handling/handling.entity.ts';
import { stepColumns } from '../handling/step-columns.ts';
import { Household } from '../households/household.entity.ts';
import { Person } from '../people/person.entity.ts';
import { Request } from '../requests/request.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { petitionClasses, petitionOutcomes, petitionStates, petitionSteps, petitionWays } from './petition-states.ts';

/** A petition 信访: what it is now. How it came to that its events tell. */
export const Petition = defineEntity({
  name: 'Petition',
  tableName: 'petition',
  properties: {
    ...townKey,
    /** With `number` what people call it by: P2026-000123. */
    year: p.integer(),
    number: p.integer(),
    way: p.enum(petitionWays),
    class: p.enum(petitionClasses),
    subject: () => p.manyToOne(RequestSubject),
    /** Who deals with it; null is the town itself. */
    unit: () => p.manyToOne(Unit).nullable(),
    /** The unit that an accusation is about, which it is kept from; null where it is none of the tree. */
    accused: () => p.manyToOne(Unit).nullable(),
    matter: p.text(),
    /** How many people it is from, those who are not named included. */
    people: p.integer(),
    state: p.enum(petitionStates),
    receivedOn: p.date(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    /** The last day for what is to be done next; null where nothing is. */
    dueOn: p.date().nullable(),
    acceptedOn: p.date().nullable(),
    /** By how many days its deadline was extended. */
    extendedBy: p.integer().nullable(),
    groupFormedOn: p.date().nullable(),
    answeredOn: p.date().nullable(),
    closedOn: p.date().nullable(),
    outcome: p.enum(petitionOutcomes).nullable(),
    holder: () => p.manyToOne(Person).nullable(),
    /** Random; stands for all its petitioners where readings of its texts are recorded. */
    auditKey: p.uuid(),
    /** How many steps it has been through. */
    version: p.integer().version(),
  },
  uniques: [{ properties: ['townId', 'year', 'number'] }],
  indexes: [
    { properties: ['townId', 'unit'] },
    { properties: ['townId', 'accused'] },
    { properties: ['townId', 'subject'] },
    { properties: ['townId', 'holder'] },
    { properties: ['townId', 'receivedOn'] },
    { properties: ['townId', 'state', 'dueOn'] },
  ],
  checks: [
    { name: 'petition_people', expression: 'people >= 1' },
    { name: 'petition_accused', expression: "accused_id is null or class = 'ACCUSATION'" },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** Somebody who petitions 信访人. */
export const Petitioner = defineEntity({
  name: 'Petitioner',
  tableName: 'petitioner',
  properties: {
    ...townKey,
    petition: () => p.manyToOne(Petition),
    /** Its place among those of one petition. */
    position: p.integer(),
    name: p.text(),
    /** Digits alone, with the area code. */
    telephone: p.text().nullable(),
    household: () => p.manyToOne(Household).nullable(),
    /** Whether they speak for the others 代表. */
    representative: p.boolean(),
    /** Random; the audit of readings knows the person by it. */
    auditKey: p.uuid(),
  },
  indexes: [{ properties: ['townId', 'petition'] }, { properties: ['townId', 'household'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** Whom a petition is about 被反映单位: a party outside on the town's list, or another organisation by its name. */
export const PetitionParty = defineEntity({
  name: 'PetitionParty',
  tableName: 'petition_party',
  properties: {
    ...townKey,
    petition: () => p.manyToOne(Petition),
    position: p.integer(),
    party: () => p.manyToOne(ExternalParty).nullable(),
    name: p.text().nullable(),
  },
  indexes: [{ properties: ['townId', 'petition'] }, { properties: ['townId', 'party'] }],
  checks: [{ name: 'petition_party_one', expression: 'num_nonnulls(party_id, name) = 1' }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** Somebody in the emergency group 应急小组 of a petition. */
export const PetitionGroupMember = defineEntity({
  name: 'PetitionGroupMember',
  tableName: 'petition_group_member',
  properties: {
    ...townKey,
    petition: () => p.manyToOne(Petition),
    position: p.integer(),
    person: () => p.manyToOne(Person),
    lead: p.boolean(),
    since: p.date(),
  },
  uniques: [{ properties: ['townId', 'petition', 'person'] }],
  indexes: [{ properties: ['townId', 'person'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** That a petition led to a request. */
export const PetitionRequest = defineEntity({
  name: 'PetitionRequest',
  tableName: 'petition_request',
  properties: {
    ...townKey,
    petition: () => p.manyToOne(Petition),
    request: () => p.manyToOne(Request),
  },
  uniques: [{ properties: ['townId', 'request'] }],
  indexes: [{ properties: ['townId', 'petition'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** One step of a petition: what it brought, and what the petition was after it. Never changed. */
export const PetitionEvent = defineEntity({
  name: 'PetitionEvent',
  tableName: 'petition_event',
  properties: {
    ...townKey,
    petition: () => p.manyToOne(Petition),
    ...stepColumns(petitionSteps, petitionStates),
    happenedOn: p.date(),
    class: p.enum(petitionClasses),
    unit: () => p.manyToOne(Unit).nullable(),
    accused: () => p.manyToOne(Unit).nullable(),
    holder: () => p.manyToOne(Person).nullable(),
    dueOn: p.date().nullable(),
  },
  uniques: [{ properties: ['townId', 'petition', 'seq'] }],
  checks: [{ name: 'petition_event_accused', expression: "accused_id is null or class = 'ACCUSATION'" }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** The last number that a town has given to a petition of a year. */
export const PetitionCounter = defineEntity({ name: 'PetitionCounter', tableName: 'petition_counter', ...yearCounter });
