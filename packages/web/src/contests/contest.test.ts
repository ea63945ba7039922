import { expect, it } from 'vitest';
import { type ContestRound, tiedIn } from './contest.ts';

function round(goesOn: number | null, ranks: (number | null)[]): ContestRound {
  const standings = ranks.map((rank, index) => ({
    ...{ score: rank === null ? null : 10 - rank, rank, goesOn: null },
    team: { id: `${index}`, name: `${index}` },
  }));
  return { id: '1', seq: 1, name: '初赛', heldOn: '2026-01-01', goesOn, fewestWins: false, decidedAt: null, standings };
}

const tied = (of: ContestRound) => [tiedIn(of).teams.map(({ team }) => team.id), tiedIn(of).among];

it('only equals at the limit, more than go on, are to be decided among', () => {
  expect(tied(round(2, [1, 2, 2]))).toEqual([['1', '2'], 1]);
  expect(tied(round(2, [1, 1, 1]))).toEqual([['0', '1', '2'], 2]);
  expect(tied(round(3, [1, 2, 2]))).toEqual([[], 0]);
  expect(tied(round(2, [1, 2, 3]))).toEqual([[], 0]);
  expect(tied(round(4, [1, 2, null]))).toEqual([[], 0]);
  expect(tied(round(null, [1, 1]))).toEqual([[], 0]);
});
