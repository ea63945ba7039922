import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import type { ContestRoundType } from './contest.type.ts';
import { roundsOfContests, scoresOfRounds } from './contest-rows.ts';
import { holdRound } from './hold-contest.ts';
import { goingOn, ranked } from './standings.ts';

/**
 * Decides a round by its scores: the best go on, as many as do. Returns the programme's id in the town.
 * Errors: those of holdRound; CONFLICT on input.round that is decided, or has no score; those of readAmong.
 */
export async function decideRound(
  desk: Desk,
  actor: Actor,
  input: { round: string; among?: string[] | null },
): Promise<string> {
  const round = await holdRound(desk, actor, input.round);
  if (round.decidedAt !== null) throw conflict('roundDecided', 'input.round');
  const { townId, uuid, fewestWins, goesOn } = round;
  const scores = await desk.load(scoresOfRounds, { townId, uuid });
  if (scores.length === 0) throw conflict('roundWithoutScores', 'input.round');
  const going = goesOn === null ? { certain: [], tied: [], among: 0 } : goingOn(ranked(scores, fewestWins), goesOn);
  const teams = scores.map(({ team }) => team);
  const chosen = readAmong(desk, going, teams, input.among ?? []);
  await writeGoingOn(desk, round, [...going.certain, ...chosen]);
  await noteDecided(desk, round, { decided_at: desk.now, decided_by: actor.accountId });
  return round.programmeUuid;
}

/**
 * Errors: BAD_INPUT on input.among that are not as many of the equals at the limit as are left to go on, or on input.among.N that is none of
 * them; NOT_FOUND there for one that has no score in the round.
 */
function readAmong(
  desk: Desk,
  { tied, among }: ReturnType<typeof goingOn>,
  teams: readonly string[],
  named: readonly string[],
): string[] {
  const chosen = named.map((id, index) => {
    const team = requireIdIn(desk.town, id, 'ContestTeam', `input.among.${index}`);
    if (!teams.includes(team)) throw notFound(`input.among.${index}`);
    if (!tied.includes(team)) throw badInput(`input.among.${index}`, 'notTied');
    return team;
  });
  if (new Set(chosen).size !== among || chosen.length !== among) {
    throw badInput('input.among', 'tieToDecide', { count: tied.length, many: among });
  }
  return chosen;
}

/**
 * Takes a round up again that was decided. Returns the programme's id in the town.
 * Errors: those of holdRound; CONFLICT on input.round that is not decided, or after which a team has a score.
 */
export async function reopenRound(desk: Desk, actor: Actor, input: { round: string }): Promise<string> {
  const round = await holdRound(desk, actor, input.round);
  if (round.decidedAt === null) throw conflict('roundUndecided', 'input.round');
  const { townId, programmeUuid: uuid, seq } = round;
  const next = (await desk.load(roundsOfContests, { townId, uuid })).find((each) => each.seq === seq + 1);
  const scores = next ? await desk.load(scoresOfRounds, { townId, uuid: next.uuid }) : [];
  if (next && scores.length > 0) throw conflict('roundBegun', 'input.round', { name: next.name });
  await writeGoingOn(desk, round, []);
  await noteDecided(desk, round, { decided_at: null, decided_by: null });
  return round.programmeUuid;
}

async function writeGoingOn(desk: Desk, { uuid }: ContestRoundType, teams: readonly string[]): Promise<void> {
  await desk.db
    .updateTable('contest_score')
    .set({ goes_on: sql<boolean>`team_id = ${anyOf(teams)}` })
    .where('town_id', '=', desk.town)
    .where('round_id', '=', uuid)
    .where('superseded_at', 'is', null)
    .execute();
}

async function noteDecided(
  desk: Desk,
  { uuid }: ContestRoundType,
  decided: { decided_at: Date | null; decided_by: string | null },
): Promise<void> {
  await desk.db
    .updateTable('contest_round')
    .set(decided)
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
}
