import { anyOf, idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { ContestRoundType, ContestTeamType } from './contest.type.ts';

function selectTeams(desk: Desk) {
  return desk.db
    .selectFrom('contest_team')
    .select(['town_id', 'id', 'programme_id', 'name', 'unit_id', 'partner_id', 'people', 'entered_on'])
    .select(['recorded_at', 'recorded_by', 'withdrawn_at', 'withdrawn_because']);
}

function teamOf(row: Awaited<ReturnType<ReturnType<typeof selectTeams>['executeTakeFirstOrThrow']>>): ContestTeamType {
  return {
    id: globalId('ContestTeam', row.town_id, row.id),
    ...{ townId: row.town_id, uuid: row.id, programmeUuid: row.programme_id, name: row.name },
    ...{ unitUuid: row.unit_id, partnerUuid: row.partner_id, people: row.people, enteredOn: row.entered_on },
    ...{ recordedAt: row.recorded_at, recordedById: row.recorded_by, withdrawnAt: row.withdrawn_at },
    withdrawnBecause: row.withdrawn_because,
  };
}

/** Batch of the teams of contests in the order in which they entered, those taken out among them. One statement. */
export async function teamsOfContests(desk: Desk, keys: readonly TownKey[]): Promise<ContestTeamType[][]> {
  const rows = await selectTeams(desk)
    .where('town_id', 'in', townsOf(keys))
    .where('programme_id', '=', anyOf(idsOf(keys)))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return parted(keys, rows, 'programme_id', teamOf);
}

/** Batch of teams of contests by id. One statement. */
export async function contestTeamsById(desk: Desk, keys: readonly TownKey[]): Promise<(ContestTeamType | undefined)[]> {
  const rows = await selectTeams(desk)
    .where('town_id', 'in', townsOf(keys))
    .where('id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', teamOf);
}

function selectRounds(desk: Desk) {
  return desk.db
    .selectFrom('contest_round')
    .select(['town_id', 'id', 'programme_id', 'seq', 'name', 'held_on', 'goes_on', 'fewest_wins'])
    .select(['decided_at', 'decided_by']);
}

function roundOf(
  row: Awaited<ReturnType<ReturnType<typeof selectRounds>['executeTakeFirstOrThrow']>>,
): ContestRoundType {
  return {
    id: globalId('ContestRound', row.town_id, row.id),
    ...{ townId: row.town_id, uuid: row.id, programmeUuid: row.programme_id, seq: row.seq, name: row.name },
    ...{ heldOn: row.held_on, goesOn: row.goes_on, fewestWins: row.fewest_wins, decidedAt: row.decided_at },
    decidedById: row.decided_by,
  };
}

/** Batch of the rounds of contests, the first one first. One statement. */
export async function roundsOfContests(desk: Desk, keys: readonly TownKey[]): Promise<ContestRoundType[][]> {
  const rows = await selectRounds(desk)
    .where('town_id', 'in', townsOf(keys))
    .where('programme_id', '=', anyOf(idsOf(keys)))
    .orderBy('seq')
    .execute();
  return parted(keys, rows, 'programme_id', roundOf);
}

/** Batch of rounds by id. One statement. */
export async function roundsById(desk: Desk, keys: readonly TownKey[]): Promise<(ContestRoundType | undefined)[]> {
  const rows = await selectRounds(desk)
    .where('town_id', 'in', townsOf(keys))
    .where('id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', roundOf);
}

/** The score of a team in a round, in hundredths. */
export interface ScoreRow {
  id: string;
  team: string;
  score: number;
  goesOn: boolean;
}

/** Batch of the scores that hold in rounds, in the order in which they were recorded. One statement. */
export async function scoresOfRounds(desk: Desk, keys: readonly TownKey[]): Promise<ScoreRow[][]> {
  const rows = await desk.db
    .selectFrom('contest_score')
    .select(['town_id', 'id', 'round_id', 'team_id', 'score', 'goes_on'])
    .where('town_id', 'in', townsOf(keys))
    .where('round_id', '=', anyOf(idsOf(keys)))
    .where('superseded_at', 'is', null)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return parted(keys, rows, 'round_id', ({ id, team_id: team, score, goes_on: goesOn }) => ({
    ...{ id, team, score, goesOn },
  }));
}
