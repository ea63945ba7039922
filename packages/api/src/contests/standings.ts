/** A team and its score in a round, in hundredths. */
export interface Scored {
  team: string;
  score: number;
}

/** The same with its place 名次: teams with the same score share one, and leave out as many after it. */
export interface Ranked extends Scored {
  rank: number;
}

/** Ranks the teams of a round, the best first; among equals in the order in which they are given. */
export function ranked<Of extends Scored>(scores: readonly Of[], fewestWins: boolean): (Of & { rank: number })[] {
  const sign = fewestWins ? 1 : -1;
  const sorted = scores.toSorted((one, other) => sign * (one.score - other.score));
  const ranks: number[] = [];
  for (const [index, { score }] of sorted.entries()) {
    ranks.push(sorted[index - 1]?.score === score ? (ranks[index - 1] ?? 1) : index + 1);
  }
  return sorted.map((each, index) => ({ ...each, rank: ranks[index] ?? 1 }));
}

/**
 * Which teams the scores of a round send on to the next one, when so many do: those that do whatever is said, and those with the same score
 * among whom some do, with how many of them that are.
 */
export function goingOn(
  standings: readonly Ranked[],
  many: number,
): { certain: string[]; tied: string[]; among: number } {
  const teams = (of: readonly Ranked[]) => of.map(({ team }) => team);
  const limit = standings[many - 1]?.rank;
  if (limit === undefined) return { certain: teams(standings), tied: [], among: 0 };
  const before = standings.filter(({ rank }) => rank < limit);
  const at = standings.filter(({ rank }) => rank === limit);
  const among = many - before.length;
  if (at.length === among) return { certain: teams([...before, ...at]), tied: [], among: 0 };
  return { certain: teams(before), tied: teams(at), among };
}
