import { defineEntity, p } from '@mikro-orm/core';
import { Category } from '../categories/category.entity.ts';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { stepColumns } from '../handling/step-columns.ts';
import { Household } from '../households/household.entity.ts';
import { Resident } from '../residents/resident.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import {
  enrolmentStates,
  programmeKinds,
  programmeStates,
  programmeSteps,
  programmeTakers,
} from './programme-states.ts';

/** Programmes that repeat one another, as every year. */
export const ProgrammeSeries = defineEntity({
  name: 'ProgrammeSeries',
  tableName: 'programme_series',
  properties: townKey,
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A programme 服务项目 of a town: what it is now. How it came to that its events tell. */
export const Programme = defineEntity({
  name: 'Programme',
  tableName: 'programme',
  properties: {
    ...townKey,
    series: () => p.manyToOne(ProgrammeSeries),
    kind: p.enum(programmeKinds),
    name: p.text(),
    /** What is offered, as residents are told. */
    about: p.text(),
    takers: p.enum(programmeTakers),
    /** Whether each comes to one of its sessions, as to a health check, instead of all. */
    oneSession: p.boolean(),
    /** Where it is held; null for the town. */
    unit: () => p.manyToOne(Unit).nullable(),
    firstDay: p.date(),
    lastDay: p.date(),
    /** Between which ages one may take part, by the calendar years of birth and of the first day. */
    ageFrom: p.smallint().nullable(),
    ageTo: p.smallint().nullable(),
    /** How many may take part altogether; null for any number. */
    places: p.integer().nullable(),
    /** What it may cost, and what it is to cost for each who takes part, in fen; null where nothing was said. */
    budget: p.bigint('number').nullable(),
    costPerHead: p.bigint('number').nullable(),
    /** What of its district’s the town takes part in by it: a global offer. */
    offerId: p.uuid().nullable(),
    state: p.enum(programmeStates),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    /** How many steps it has been through. */
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['townId', 'firstDay'] },
    { properties: ['townId', 'unit'] },
    { properties: ['townId', 'series'] },
    { properties: ['townId', 'offerId'] },
  ],
  checks: [
    {
      name: 'programme_offer_once',
      expression: "EXCLUDE USING gist (town_id WITH =, offer_id WITH =) WHERE (state <> 'CANCELLED'::text)",
    },
    { name: 'programme_forward', expression: 'last_day >= first_day' },
    { name: 'programme_ages', expression: 'age_from >= 0 and age_to <= 150 and age_from <= age_to' },
    { name: 'programme_places', expression: 'places > 0' },
    {
      name: 'programme_teams',
      expression: "takers <> 'TEAM' or (kind = 'CONTEST' and not one_session and num_nonnulls(age_from, age_to) = 0)",
    },
    { name: 'programme_money', expression: 'budget > 0 and cost_per_head > 0' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** A category one of which whoever takes part is in. Without any, nobody need be in one. */
export const ProgrammeCategory = defineEntity({
  name: 'ProgrammeCategory',
  tableName: 'programme_category',
  properties: { ...townKey, programme: () => p.manyToOne(Programme), category: () => p.manyToOne(Category) },
  uniques: [{ properties: ['townId', 'programme', 'category'] }],
  indexes: [{ properties: ['townId', 'category'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A unit whose households may take part. Without any, those of the whole town may. */
export const ProgrammeUnit = defineEntity({
  name: 'ProgrammeUnit',
  tableName: 'programme_unit',
  properties: { ...townKey, programme: () => p.manyToOne(Programme), unit: () => p.manyToOne(Unit) },
  uniques: [{ properties: ['townId', 'programme', 'unit'] }],
  indexes: [{ properties: ['townId', 'unit'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A session 场次 of a programme: a day of it. */
export const ProgrammeSession = defineEntity({
  name: 'ProgrammeSession',
  tableName: 'programme_session',
  properties: {
    ...townKey,
    programme: () => p.manyToOne(Programme),
    heldOn: p.date(),
    /** When on the day, as people write it: 8:00—10:30. */
    time: p.text().nullable(),
    /** Where, as people write it. */
    place: p.text().nullable(),
    /** How many may come, where each comes to one of the sessions; null for any number. */
    places: p.integer().nullable(),
    calledOffAt: p.datetime().nullable(),
    calledOffBecause: p.text().nullable(),
  },
  indexes: [{ properties: ['townId', 'programme'] }, { properties: ['townId', 'heldOn'] }],
  checks: [
    { name: 'programme_session_places', expression: 'places > 0' },
    {
      name: 'programme_session_called_off',
      expression: 'num_nonnulls(called_off_at, called_off_because) in (0, 2)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** That a household, or a resident of it, takes part in a programme 报名, or waits to. */
export const ProgrammeEnrolment = defineEntity({
  name: 'ProgrammeEnrolment',
  tableName: 'programme_enrolment',
  properties: {
    ...townKey,
    programme: () => p.manyToOne(Programme),
    /** Where each comes to one of the sessions. */
    session: () => p.manyToOne(ProgrammeSession).nullable(),
    /** Who takes part, or where they lived on that day, and the geographic block that held it. */
    household: () => p.manyToOne(Household),
    resident: () => p.manyToOne(Resident).nullable(),
    block: () => p.manyToOne(Unit),
    /** The order of the programme's enrolments, in which those who wait get places. */
    seq: p.integer(),
    state: p.enum(enrolmentStates),
    enrolledOn: p.date(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    withdrawnAt: p.datetime().nullable(),
    withdrawnBecause: p.text().nullable(),
    version: p.integer().version(),
  },
  uniques: [{ properties: ['townId', 'programme', 'seq'] }],
  indexes: [
    { properties: ['townId', 'household'] },
    { properties: ['townId', 'resident'], where: 'resident_id is not null' },
    { properties: ['townId', 'session'], where: 'session_id is not null' },
    { properties: ['townId', 'block', 'enrolledOn'] },
  ],
  checks: [
    {
      name: 'programme_enrolment_once',
      expression:
        "EXCLUDE USING gist (town_id WITH =, programme_id WITH =, COALESCE(resident_id, household_id) WITH =) WHERE (state <> 'WITHDRAWN'::text)",
    },
    {
      name: 'programme_enrolment_withdrawn',
      expression:
        "(state = 'WITHDRAWN') = (withdrawn_at is not null) and num_nonnulls(withdrawn_at, withdrawn_because) in (0, 2)",
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** One step of a programme. Never changed. */
export const ProgrammeEvent = defineEntity({
  name: 'ProgrammeEvent',
  tableName: 'programme_event',
  properties: {
    ...townKey,
    programme: () => p.manyToOne(Programme),
    ...stepColumns(programmeSteps, programmeStates),
  },
  uniques: [{ properties: ['townId', 'programme', 'seq'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
