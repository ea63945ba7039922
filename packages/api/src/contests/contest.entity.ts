import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { Partner } from '../people/person.entity.ts';
import { Programme } from '../programmes/programme.entity.ts';
import { Unit } from '../units/unit.entity.ts';

/** A team 参赛队 that entered a contest. Nobody in it is named. */
export const ContestTeam = defineEntity({
  name: 'ContestTeam',
  tableName: 'contest_team',
  properties: {
    ...townKey,
    programme: () => p.manyToOne(Programme),
    name: p.text(),
    /** Whose team it is: a unit’s, or a partner organisation’s. */
    unit: () => p.manyToOne(Unit).nullable(),
    partner: () => p.manyToOne(Partner).nullable(),
    /** How many people are in it; null where that is not said. */
    people: p.integer().nullable(),
    enteredOn: p.date(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    withdrawnAt: p.datetime().nullable(),
    withdrawnBecause: p.text().nullable(),
  },
  indexes: [
    { properties: ['townId', 'programme'] },
    { properties: ['townId', 'unit'] },
    { properties: ['townId', 'partner'] },
  ],
  checks: [
    { name: 'contest_team_of_one', expression: 'num_nonnulls(unit_id, partner_id) = 1' },
    { name: 'contest_team_people', expression: 'people > 0' },
    { name: 'contest_team_withdrawn', expression: 'num_nonnulls(withdrawn_at, withdrawn_because) in (0, 2)' },
    {
      name: 'contest_team_once',
      expression: 'EXCLUDE USING gist (town_id WITH =, programme_id WITH =, name WITH =) WHERE (withdrawn_at IS NULL)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** A round 轮次 of a contest, from the first one to the final. */
export const ContestRound = defineEntity({
  name: 'ContestRound',
  tableName: 'contest_round',
  properties: {
    ...townKey,
    programme: () => p.manyToOne(Programme),
    /** From 1 on. */
    seq: p.integer(),
    name: p.text(),
    heldOn: p.date(),
    /** How many teams go on to the next round; null in the final. */
    goesOn: p.integer().nullable(),
    /** Whether the lowest score is the best one, as of seconds or mistakes. */
    fewestWins: p.boolean(),
    decidedAt: p.datetime().nullable(),
    /** A global account. */
    decidedBy: p.uuid().nullable(),
  },
  uniques: [{ properties: ['townId', 'programme', 'seq'] }],
  checks: [
    { name: 'contest_round_goes_on', expression: 'goes_on > 0' },
    { name: 'contest_round_decided', expression: 'num_nonnulls(decided_at, decided_by) in (0, 2)' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** The score of a team in a round. What is recorded anew supersedes what was. */
export const ContestScore = defineEntity({
  name: 'ContestScore',
  tableName: 'contest_score',
  properties: {
    ...townKey,
    round: () => p.manyToOne(ContestRound),
    team: () => p.manyToOne(ContestTeam),
    /** In hundredths. */
    score: p.bigint('number'),
    /** Whether the round was decided so that the team goes on. */
    goesOn: p.boolean(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    supersededAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['townId', 'round'] }, { properties: ['townId', 'team'] }],
  checks: [
    {
      name: 'contest_score_once',
      expression: 'EXCLUDE USING gist (town_id WITH =, round_id WITH =, team_id WITH =) WHERE (superseded_at IS NULL)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
