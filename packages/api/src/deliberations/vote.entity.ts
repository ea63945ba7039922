import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { Household } from '../households/household.entity.ts';
import { Person } from '../people/person.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { Deliberation } from './deliberation.entity.ts';
import { objectorReplies, talkWays, voteChoices } from './deliberation-states.ts';

/** Who may vote in a deliberation: put down when the vote is opened, and never changed. */
export const DeliberationVoter = defineEntity({
  name: 'DeliberationVoter',
  tableName: 'deliberation_voter',
  properties: {
    ...townKey,
    deliberation: () => p.manyToOne(Deliberation),
    household: () => p.manyToOne(Household).nullable(),
    person: () => p.manyToOne(Person).nullable(),
    /** Random; the audit of readings knows a person's vote by it. A household's it knows by the household's own. */
    auditKey: p.uuid().defaultRaw('gen_random_uuid()'),
  },
  indexes: [{ properties: ['townId', 'household'] }, { properties: ['townId', 'person'] }],
  checks: [
    { name: 'deliberation_voter_one', expression: 'num_nonnulls(household_id, person_id) = 1' },
    {
      name: 'deliberation_voter_once',
      expression:
        'EXCLUDE USING gist (town_id WITH =, deliberation_id WITH =, COALESCE(household_id, person_id) WITH =)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A vote 表决. Never changed but for being withdrawn, after which another one may be cast. */
export const DeliberationVote = defineEntity({
  name: 'DeliberationVote',
  tableName: 'deliberation_vote',
  properties: {
    ...townKey,
    deliberation: () => p.manyToOne(Deliberation),
    voter: () => p.manyToOne(DeliberationVoter),
    choice: p.enum(voteChoices),
    recordedAt: p.datetime(),
    recordedBy: p.uuid(),
    withdrawnAt: p.datetime().nullable(),
    withdrawnBy: p.uuid().nullable(),
    withdrawnBecause: p.text().nullable(),
  },
  indexes: [{ properties: ['townId', 'deliberation'] }, { properties: ['townId', 'voter'] }],
  checks: [
    {
      name: 'deliberation_vote_once',
      expression: 'EXCLUDE USING gist (town_id WITH =, voter_id WITH =) WHERE (withdrawn_at IS NULL)',
    },
    {
      name: 'deliberation_vote_withdrawn',
      expression: 'num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** Why somebody did not vote for it 异议. */
export const DeliberationObjection = defineEntity({
  name: 'DeliberationObjection',
  tableName: 'deliberation_objection',
  properties: {
    ...townKey,
    deliberation: () => p.manyToOne(Deliberation),
    vote: () => p.manyToOne(DeliberationVote),
    text: p.text(),
    /** The day and the unit for which figures count it. */
    raisedOn: p.date(),
    block: () => p.manyToOne(Unit),
    /** Whether it is gone with the vote that it came with. */
    withdrawn: p.boolean(),
    /** Whether it has an answer, as its answers say, so that it can be counted. */
    answered: p.boolean(),
    recordedAt: p.datetime(),
    recordedBy: p.uuid(),
  },
  indexes: [
    { properties: ['townId', 'deliberation'] },
    { properties: ['townId', 'vote'] },
    { properties: ['townId', 'raisedOn', 'block'], where: 'not withdrawn' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** An answer to an objection, and what who objected said to it. */
export const DeliberationAnswer = defineEntity({
  name: 'DeliberationAnswer',
  tableName: 'deliberation_answer',
  properties: {
    ...townKey,
    objection: () => p.manyToOne(DeliberationObjection),
    text: p.text(),
    /** Who answered. */
    person: () => p.manyToOne(Person),
    way: p.enum(talkWays),
    answeredOn: p.date(),
    reply: p.enum(objectorReplies).nullable(),
    repliedOn: p.date().nullable(),
    recordedAt: p.datetime(),
    recordedBy: p.uuid(),
  },
  indexes: [{ properties: ['townId', 'objection'] }, { properties: ['townId', 'person'] }],
  checks: [{ name: 'deliberation_answer_reply', expression: 'num_nonnulls(reply, replied_on) in (0, 2)' }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
