import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { supersede } from '../db/supersede.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import type { ContestScoreInput } from './contest.input.ts';
import { scoresOfRounds } from './contest-rows.ts';
import { holdRound } from './hold-contest.ts';
import { teamsInRound } from './teams-in-round.ts';

const [mostAtOnce, greatest] = [500, 1_000_000];

/**
 * Records the scores of teams in a round, of all of them or of none; what was recorded before and differs is superseded, and the same once more
 * leaves all as it is. Returns the programme's id in the town.
 * Errors: those of holdRound; CONFLICT on input.round that is decided or ahead, or while the one before is not decided; BAD_INPUT on
 * input.scores for none or too many; those of readScore; BAD_INPUT on input.scores.N.team listed twice.
 */
export async function recordScores(
  desk: Desk,
  actor: Actor,
  input: { round: string; scores: ContestScoreInput[] },
): Promise<string> {
  const round = await holdRound(desk, actor, input.round);
  if (round.decidedAt !== null) throw conflict('roundDecided', 'input.round');
  if (round.heldOn > dayOf(desk.now)) throw conflict('sessionAhead', 'input.round', { date: round.heldOn });
  const { scores } = input;
  if (scores.length === 0) throw badInput('input.scores', 'required');
  if (scores.length > mostAtOnce) throw badInput('input.scores', 'tooMany', { most: mostAtOnce });
  const teams = (await teamsInRound(desk, round)).map(({ uuid }) => uuid);
  if (teams.length === 0) throw conflict('roundWithoutTeams', 'input.round');
  const said = scores.map((score, index) => readScore(desk, teams, score, `input.scores.${index}`));
  for (const [index, { team }] of said.entries()) {
    if (said.findIndex((other) => other.team === team) < index) {
      throw badInput(`input.scores.${index}.team`, 'listedTwice');
    }
  }
  const { townId, uuid } = round;
  const had = new Map((await desk.load(scoresOfRounds, { townId, uuid })).map((each) => [each.team, each]));
  const anew = said.filter(({ team, score }) => had.get(team)?.score !== score);
  if (anew.length === 0) return round.programmeUuid;
  await supersede(
    desk,
    'contest_score',
    anew.flatMap(({ team }) => had.get(team)?.id ?? []),
  );
  const rows = anew.map(({ team, score }) => ({
    ...{ town_id: desk.town, id: newId(), round_id: uuid, team_id: team, score, goes_on: false },
    ...{ recorded_at: desk.now, recorded_by: actor.accountId, superseded_at: null },
  }));
  await desk.db.insertInto('contest_score').values(rows).execute();
  return round.programmeUuid;
}

/** Errors: NOT_FOUND on team for one that does not compete in the round; BAD_INPUT on score that is beyond what one is, or has more than two places. */
function readScore(desk: Desk, teams: readonly string[], { team, score }: ContestScoreInput, field: string) {
  const uuid = requireIdIn(desk.town, team, 'ContestTeam', `${field}.team`);
  if (!teams.includes(uuid)) throw notFound(`${field}.team`);
  const hundredths = Math.round(score * 100);
  if (Math.abs(score) > greatest || hundredths / 100 !== score) throw badInput(`${field}.score`, 'scoreForm');
  return { team: uuid, score: hundredths };
}
