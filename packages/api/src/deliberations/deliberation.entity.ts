import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { stepColumns } from '../handling/step-columns.ts';
import { Household } from '../households/household.entity.ts';
import { Person } from '../people/person.entity.ts';
import { Request } from '../requests/request.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { deliberationStates, deliberationSteps, electorates, meetingKinds } from './deliberation-states.ts';
import { DeliberationRule, DeliberationRuleVersion } from './rule.entity.ts';

/** A deliberation 议事: what it is now. How it came to that its events tell. */
export const Deliberation = defineEntity({
  name: 'Deliberation',
  tableName: 'deliberation',
  properties: {
    ...townKey,
    question: p.text(),
    description: p.text(),
    /** The unit that deliberates, as recorded: of whatever kind, though figures call it the block. */
    block: () => p.manyToOne(Unit),
    electorate: p.enum(electorates),
    rule: () => p.manyToOne(DeliberationRule),
    /** What the rule said on the day on which the vote was opened; null until then. */
    ruleVersion: () => p.manyToOne(DeliberationRuleVersion).nullable(),
    /** VOTING stays when the time is over: see `stateAt`. */
    state: p.enum(deliberationStates),
    proposedOn: p.date(),
    openedAt: p.datetime().nullable(),
    closesAt: p.datetime().nullable(),
    decidedOn: p.date().nullable(),
    /** What the rule made of the votes; null until it is decided. */
    passed: p.boolean().nullable(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    /** How many steps it has been through. */
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['townId', 'proposedOn'] },
    { properties: ['townId', 'block'] },
    { properties: ['townId', 'rule'] },
    { properties: ['townId', 'ruleVersion'] },
  ],
  checks: [
    { name: 'deliberation_opened', expression: 'num_nonnulls(opened_at, closes_at, rule_version_id) in (0, 3)' },
    { name: 'deliberation_forward', expression: 'closes_at > opened_at' },
    { name: 'deliberation_decided', expression: 'num_nonnulls(decided_on, passed) in (0, 2)' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** That a request of the third class led to a deliberation. */
export const DeliberationRequest = defineEntity({
  name: 'DeliberationRequest',
  tableName: 'deliberation_request',
  properties: { ...townKey, deliberation: () => p.manyToOne(Deliberation), request: () => p.manyToOne(Request) },
  uniques: [{ properties: ['townId', 'deliberation', 'request'] }],
  indexes: [{ properties: ['townId', 'request'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** That somebody is to vote who would not, or is not to who would, as a step said before the vote was opened. The last one of each holds. */
export const DeliberationException = defineEntity({
  name: 'DeliberationException',
  tableName: 'deliberation_exception',
  properties: {
    ...townKey,
    deliberation: () => p.manyToOne(Deliberation),
    /** The number of the step. */
    seq: p.integer(),
    household: () => p.manyToOne(Household).nullable(),
    person: () => p.manyToOne(Person).nullable(),
    votes: p.boolean(),
  },
  indexes: [
    { properties: ['townId', 'deliberation'] },
    { properties: ['townId', 'household'] },
    { properties: ['townId', 'person'] },
  ],
  checks: [{ name: 'deliberation_exception_one', expression: 'num_nonnulls(household_id, person_id) = 1' }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A meeting 会议 about a deliberation. Never changed. */
export const DeliberationMeeting = defineEntity({
  name: 'DeliberationMeeting',
  tableName: 'deliberation_meeting',
  properties: {
    ...townKey,
    deliberation: () => p.manyToOne(Deliberation),
    kind: p.enum(meetingKinds),
    heldOn: p.date(),
    place: p.text(),
    /** How many came. */
    present: p.integer(),
    minutes: p.text(),
    recordedAt: p.datetime(),
    recordedBy: p.uuid(),
  },
  indexes: [{ properties: ['townId', 'deliberation'] }],
  checks: [{ name: 'deliberation_meeting_present', expression: 'present > 0' }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** That the minutes of a meeting were given to a request as evidence. */
export const DeliberationEvidence = defineEntity({
  name: 'DeliberationEvidence',
  tableName: 'deliberation_evidence',
  properties: { ...townKey, meeting: () => p.manyToOne(DeliberationMeeting), request: () => p.manyToOne(Request) },
  uniques: [{ properties: ['townId', 'meeting', 'request'] }],
  indexes: [{ properties: ['townId', 'request'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** One step of a deliberation. Never changed. */
export const DeliberationEvent = defineEntity({
  name: 'DeliberationEvent',
  tableName: 'deliberation_event',
  properties: {
    ...townKey,
    deliberation: () => p.manyToOne(Deliberation),
    ...stepColumns(deliberationSteps, deliberationStates),
    happenedOn: p.date(),
    /** How many voters it added or left out, or were put down when the vote was opened. */
    voters: p.integer().nullable(),
  },
  uniques: [{ properties: ['townId', 'deliberation', 'seq'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
