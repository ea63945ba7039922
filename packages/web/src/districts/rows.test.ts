import { describe, expect, test } from 'vitest';
import type { Counted, District, Indicator } from './dashboard.ts';
import { districtRows, placesOf, ranked, totalOf, townRows } from './rows.ts';

const indicator = (code: string, more: Partial<Indicator> = {}): Indicator => ({
  code,
  name: code,
  englishName: code,
  definition: '',
  englishDefinition: '',
  time: 'FLOW',
  permission: 'CALL_COUNT',
  ...{ isRate: false, perHundred: false, hasBases: true, keptByTown: true, since: '2026-11-28', versions: [], ...more },
});
const indicators = [indicator('call'), indicator('call-completion', { isRate: true })];

const rate = (numerator: number, denominator: number): Counted => ({
  ...{ numerator, denominator, value: denominator === 0 ? null : (numerator / denominator).toFixed(6) },
  rounded: denominator === 0 ? null : `${((numerator / denominator) * 100).toFixed(1)} %`,
});
const count = (numerator: number): Counted => ({
  numerator,
  denominator: null,
  value: `${numerator}`,
  rounded: `${numerator}`,
});

const town = (code: string, calls: number, done: number) => ({
  town: { id: code, code, name: `${code}镇`, viewerCan: ['UNIT_READ' as const] },
  figures: [count(calls), rate(done, calls)],
});
const away = { town: { id: '4', code: '4', name: '未开通镇', viewerCan: [] }, reason: 'NOT_SET_UP' as const };

function district(
  code: string,
  towns: readonly ReturnType<typeof town>[],
  missing: { code: string; name: string }[] = [],
): District {
  const sum = (index: number, of: 'numerator' | 'denominator') =>
    towns.reduce((all, { figures }) => all + (figures[index]?.[of] ?? 0), 0);
  const total = { townCount: towns.length, missing };
  const totals = [
    { ...count(sum(0, 'numerator')), ...total },
    { ...rate(sum(1, 'numerator'), sum(1, 'denominator')), ...total },
  ];
  return { id: code, code, name: `${code}区`, totals, figures: [...towns, ...(missing.length > 0 ? [away] : [])] };
}

const one = district('A', [town('1', 501, 494), town('2', 10, 9), town('3', 0, 0)], [{ code: '4', name: '未开通镇' }]);
const other = district('B', [town('5', 20, 18)]);

describe('the rows of a dashboard', () => {
  test('are towns in their order, one without figures too, which opens nothing', () => {
    const rows = townRows([one, other]);
    expect(rows.map(({ code, opens, cells }) => [code, opens, cells?.[1]?.rounded])).toEqual([
      ['1', true, '98.6 %'],
      ['2', true, '90.0 %'],
      ['3', true, null],
      ['4', false, undefined],
      ['5', true, '90.0 %'],
    ]);
  });

  test('are districts with how many of their towns count, and the total of all is a quotient of sums', () => {
    expect(districtRows([one]).map(({ towns }) => towns)).toEqual([{ counted: 3, missing: ['未开通镇'] }]);
    const total = totalOf([one, other], indicators);
    expect(total?.cells?.map(({ numerator, denominator, rounded }) => [numerator, denominator, rounded])).toEqual([
      [531, null, '531'],
      [521, 531, '98.1 %'],
    ]);
    expect(total?.towns).toEqual({ counted: 4, missing: ['未开通镇'] });
    expect(totalOf([district('C', [], [{ code: '4', name: '未开通镇' }])], indicators)).toBeNull();
  });

  test('come by a figure, those without one last; equal ones share a place and the next counts on after both', () => {
    const rows = townRows([one, other]);
    expect(ranked(rows, 1, false).map(({ code }) => code)).toEqual(['1', '2', '5', '3', '4']);
    expect(ranked(rows, 1, true).map(({ code }) => code)).toEqual(['2', '5', '1', '3', '4']);
    expect([...placesOf(rows, 1)]).toEqual([
      ['1', 1],
      ['2', 2],
      ['5', 2],
    ]);
    expect(placesOf(rows, 0).get('3')).toBe(4);
  });
});
