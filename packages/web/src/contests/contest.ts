import type { Programme } from '../programmes/programme.ts';

export type Contest = NonNullable<Programme['contest']>;
export type ContestTeam = Contest['teams'][number];
export type ContestRound = Contest['rounds'][number];
export type ContestStanding = ContestRound['standings'][number];

/** Those at the limit of how many go on who have the same score, and how many of them do; none where no tie has to be decided. */
export function tiedIn({ standings, goesOn }: ContestRound): { teams: ContestStanding[]; among: number } {
  const scored = standings.filter(({ rank }) => rank !== null);
  const limit = goesOn === null ? undefined : scored[goesOn - 1]?.rank;
  if (goesOn === null || limit === undefined) return { teams: [], among: 0 };
  const teams = scored.filter(({ rank }) => rank === limit);
  const among = goesOn - scored.filter(({ rank }) => rank !== null && limit !== null && rank < limit).length;
  return teams.length === among ? { teams: [], among: 0 } : { teams, among };
}
