import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey, yearCounter } from '../db/tenant.ts';
import { RequestSubject } from '../handling/handling.entity.ts';
import { stepColumns } from '../handling/step-columns.ts';
import { Person } from '../people/person.entity.ts';
import { Request } from '../requests/request.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { projectStates, projectSteps } from './project-states.ts';

/** A project of the year 实事项目: what it is now. How it came to that its events tell. */
export const Project = defineEntity({
  name: 'Project',
  tableName: 'project',
  properties: {
    ...townKey,
    /** The year whose project it is; with `number` what people call it by: S2026-000003. */
    year: p.integer(),
    number: p.integer(),
    name: p.text(),
    /** What is to be done. */
    goal: p.text(),
    subject: () => p.manyToOne(RequestSubject),
    /** What it may cost and who pays, as people write it. */
    budget: p.text().nullable(),
    state: p.enum(projectStates),
    proposedOn: p.date(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    adoptedOn: p.date().nullable(),
    /** The last day by which it is to be done. */
    dueOn: p.date().nullable(),
    completedOn: p.date().nullable(),
    holder: () => p.manyToOne(Person).nullable(),
    /** How many steps it has been through. */
    version: p.integer().version(),
  },
  uniques: [{ properties: ['townId', 'year', 'number'] }],
  indexes: [{ properties: ['townId', 'subject'] }, { properties: ['townId', 'holder'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** A unit in which a project is done, as a step named it; those of the last such step are the project's. */
export const ProjectUnit = defineEntity({
  name: 'ProjectUnit',
  tableName: 'project_unit',
  properties: {
    ...townKey,
    project: () => p.manyToOne(Project),
    /** The number of the step that named it. */
    seq: p.integer(),
    position: p.integer(),
    unit: () => p.manyToOne(Unit),
  },
  uniques: [{ properties: ['townId', 'project', 'seq', 'unit'] }],
  indexes: [{ properties: ['townId', 'unit'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** That a request led to a project. A request is in one at a time. */
export const ProjectRequest = defineEntity({
  name: 'ProjectRequest',
  tableName: 'project_request',
  properties: {
    ...townKey,
    project: () => p.manyToOne(Project),
    request: () => p.manyToOne(Request),
    /** The number of the step that took it out, or with which the project ended without being done. */
    endedSeq: p.integer().nullable(),
  },
  indexes: [{ properties: ['townId', 'project'] }, { properties: ['townId', 'request'] }],
  checks: [
    {
      name: 'project_request_once',
      expression: 'EXCLUDE USING gist (town_id WITH =, request_id WITH =) WHERE (ended_seq IS NULL)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** One step of a project: what it brought, and what the project was after it. Never changed. */
export const ProjectEvent = defineEntity({
  name: 'ProjectEvent',
  tableName: 'project_event',
  properties: {
    ...townKey,
    project: () => p.manyToOne(Project),
    ...stepColumns(projectSteps, projectStates),
    happenedOn: p.date(),
    holder: () => p.manyToOne(Person).nullable(),
    dueOn: p.date().nullable(),
    /** How many requests it linked, or took out. */
    requests: p.integer().nullable(),
  },
  uniques: [{ properties: ['townId', 'project', 'seq'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** The last number that a town has given to a project of a year. */
export const ProjectCounter = defineEntity({ name: 'ProjectCounter', tableName: 'project_counter', ...yearCounter });
