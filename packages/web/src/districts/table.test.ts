import { expect, test } from 'vitest';
import type { Counted, Indicator } from './dashboard.ts';
import type { Row } from './rows.ts';
import { tableOf } from './table.ts';

const indicator = (name: string, isRate: boolean): Indicator => ({
  code: name,
  name,
  englishName: name,
  definition: '',
  englishDefinition: '',
  time: 'FLOW',
  permission: 'CALL_COUNT',
  ...{ isRate, perHundred: false, hasBases: true, keptByTown: true, since: '2026-11-28', versions: [] },
});
const counted = (numerator: number, denominator: number | null, value: string, rounded: string): Counted => ({
  ...{ numerator, denominator, value, rounded },
});
const labels = {
  name: '名称',
  code: '代码',
  total: '合计',
  away: '未开通',
  numerator: '分子',
  denominator: '分母',
  before: '对比期',
  change: '变化',
};
const asked = {
  indicators: [indicator('来电', false), indicator('办结率', true)],
  nameOf: ({ name }: Indicator) => name,
  labels,
};
const row = (name: string, before: Row['cells'] extends readonly (infer Cell)[] | null ? Cell | null : never): Row => ({
  ...{ key: name, code: '310114106', name, of: 'town', opens: true, towns: null },
  cells: [
    { ...counted(501, null, '501', '501'), before },
    { ...counted(494, 501, '0.986028', '98.6 %'), before: before && counted(9, 10, '0.900000', '90.0 %') },
  ],
});

test('a table to save has a rate with what it is made of, and a town without figures as such', () => {
  const away = { ...row('远镇', null), cells: null };
  expect(
    tableOf({ ...asked, rows: [row('马陆镇', null), away], total: { ...row('', null), key: 'total', code: '' } }),
  ).toEqual([
    ['名称', '代码', '来电', '办结率', '办结率 分子', '办结率 分母'],
    ['马陆镇', '310114106', 501, '98.6 %', 494, 501],
    ['远镇', '310114106', '未开通', null, null, null],
    ['合计', '', 501, '98.6 %', 494, 501],
  ]);
});

test('held against another period it has what it was and the change', () => {
  const before = { ...counted(400, null, '400', '400'), before: null };
  expect(tableOf({ ...asked, rows: [row('马陆镇', before)], total: null })).toEqual([
    [
      '名称',
      '代码',
      '来电',
      '来电 对比期',
      '来电 变化',
      '办结率',
      '办结率 分子',
      '办结率 分母',
      '办结率 对比期',
      '办结率 变化',
    ],
    ['马陆镇', '310114106', 501, 400, 101, '98.6 %', 494, 501, '90.0 %', 8.6],
  ]);
});
