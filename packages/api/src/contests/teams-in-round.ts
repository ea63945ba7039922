import type { Desk } from '../db/door.ts';
import type { ContestRoundType, ContestTeamType } from './contest.type.ts';
import { roundsOfContests, scoresOfRounds, teamsOfContests } from './contest-rows.ts';

/**
 * The teams that compete in a round: in the first one all that entered, later those that the round before sent on, without those taken out that
 * have no score there. None while the round before is not decided.
 */
export async function teamsInRound(
  desk: Desk,
  { townId, uuid, programmeUuid, seq }: ContestRoundType,
): Promise<ContestTeamType[]> {
  const contest = { townId, uuid: programmeUuid };
  const [teams, rounds, scores] = await Promise.all([
    desk.load(teamsOfContests, contest),
    desk.load(roundsOfContests, contest),
    desk.load(scoresOfRounds, { townId, uuid }),
  ]);
  const scored = new Set(scores.map(({ team }) => team));
  const there = teams.filter(({ uuid: team, withdrawnAt }) => withdrawnAt === null || scored.has(team));
  if (seq === 1) return there;
  const before = rounds.find((round) => round.seq === seq - 1);
  if (before?.decidedAt == null) return [];
  const sent = await desk.load(scoresOfRounds, { townId, uuid: before.uuid });
  const goOn = new Set(sent.filter(({ goesOn }) => goesOn).map(({ team }) => team));
  return there.filter(({ uuid: team }) => goOn.has(team));
}
