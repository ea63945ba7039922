import fc from 'fast-check';
import { expect, it } from 'vitest';
import { goingOn, ranked } from './standings.ts';

const scores = fc
  .array(fc.integer({ min: -5, max: 5 }), { maxLength: 30 })
  .map((all) => all.map((score, index) => ({ team: `team${index}`, score })));

it('a place is one more than how many are better, and equals share it', () => {
  fc.assert(
    fc.property(scores, fc.boolean(), (all, fewestWins) => {
      const standings = ranked(all, fewestWins);
      expect(standings.map(({ team }) => team).toSorted()).toEqual(all.map(({ team }) => team).toSorted());
      for (const { score, rank } of standings) {
        expect(rank).toBe(1 + all.filter((other) => (fewestWins ? other.score < score : other.score > score)).length);
      }
    }),
  );
});

it('as many go on as may, nobody who is worse than one who does not, and only equals are left to be chosen among', () => {
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 35 }), (all, many) => {
      const standings = ranked(all, false);
      const { certain, tied, among } = goingOn(standings, many);
      expect(certain.length + among).toBe(Math.min(many, all.length));
      const rankOf = (team: string) => standings.find((each) => each.team === team)?.rank ?? 0;
      const out = standings.filter(({ team }) => !certain.includes(team) && !tied.includes(team));
      for (const team of [...certain, ...tied]) for (const { rank } of out) expect(rankOf(team)).toBeLessThan(rank);
      expect(new Set(tied.map(rankOf)).size).toBe(tied.length === 0 ? 0 : 1);
      expect(tied.length === 0 ? among : among < tied.length).toBe(tied.length === 0 ? 0 : true);
    }),
  );
});
