import { describe, expect, it } from 'vitest';
import type { Basis } from '../generated/graphql.ts';
import { comparedRows, isRest, totalsAgree } from './compare.ts';
import type { FiguresOnBases } from './figure.ts';

function figure(numerator: number, asOf: string, parts: [string | null, number][]): FiguresOnBases[Basis] {
  const nodes = parts.map(([unit, count]) => ({
    unit,
    name: unit,
    kind: unit === null ? null : ('VILLAGE' as const),
    numerator: count,
  }));
  return { numerator, denominator: null, rounded: `${numerator}`, asOf, parts: { totalCount: nodes.length, nodes } };
}

const figures: FiguresOnBases = {
  AS_RECORDED: figure(10, '2014-12-31', [
    ['希望村', 4],
    ['希望社区', 6],
  ]),
  AS_OF: figure(10, '2013-12-30', [
    ['希望村', 9],
    [null, 1],
  ]),
  RESTATED: figure(10, '2026-11-24', [['希望社区', 10]]),
};

describe('the bases beside each other', () => {
  it('have one row for each unit, with the day on which it counts', () => {
    const rows = comparedRows(figures);
    expect(rows.map(({ unit, asOf, counts }) => [unit, asOf, ...Object.values(counts)])).toEqual([
      ['希望社区', '2026-11-24', 6, 0, 10],
      ['希望村', '2013-12-30', 4, 9, 0],
      [null, '2013-12-30', 0, 1, 0],
    ]);
    expect(rows.some(isRest)).toBe(false);
    expect(totalsAgree(figures)).toBe(true);
  });

  it('have a last row for what was not read, so that each column adds up', () => {
    const rows = comparedRows({ ...figures, AS_RECORDED: figure(10, '2014-12-31', [['希望社区', 6]]) });
    expect(rows.filter(isRest).map(({ counts }) => counts)).toEqual([{ AS_RECORDED: 4, AS_OF: 0, RESTATED: 0 }]);
  });

  it('agree only where all three totals are equal', () => {
    expect(totalsAgree({ ...figures, AS_OF: figure(9, '2013-12-30', []) })).toBe(false);
  });
});
