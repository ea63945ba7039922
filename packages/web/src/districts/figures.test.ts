import { expect, test } from 'vitest';
import { addCounts, rowsOf } from './figures.ts';

type Districts = Parameters<typeof rowsOf>[0];
type Town = Districts[number]['towns'][number];

function town(code: string, name: string, more: Partial<Town> = {}): Town {
  return { id: code, code, name, kind: 'TOWN', status: 'ACTIVE', viewerCan: [], teamCount: 0, unitCounts: [], ...more };
}

const districts: Districts = [
  {
    id: 'd1',
    code: '310112',
    name: '闵行区',
    towns: [
      town('310112114', '浦江镇', {
        teamCount: 280,
        householdCount: 1200,
        unitCounts: [
          { kind: 'VILLAGE', count: 35 },
          { kind: 'COMMITTEE', count: 41 },
          { kind: 'BUILDING', count: 9 },
        ],
      }),
      town('310112101', '莘庄镇', { status: 'REGISTERED', teamCount: null, unitCounts: null }),
    ],
  },
  { id: 'd2', code: '310114', name: '嘉定区', towns: [town('310114106', '马陆镇', { teamCount: 3 })] },
];

test('a district adds up its towns; what may not be seen counts as nothing', () => {
  const [minhang] = rowsOf(districts, '');
  expect(minhang?.counts).toEqual({
    ...{ COMMUNITY: 0, VILLAGE: 35, COMMITTEE: 41, SPECIAL_AREA: 0, BLOCK: 0 },
    ...{ TEAM: 280, HOUSEHOLD: 1200, CONTACT: 0 },
  });
  expect(minhang?.active).toBe(1);
});

test('the total adds up the districts', () => {
  expect(addCounts(rowsOf(districts, '')).TEAM).toBe(283);
});

test('a search keeps the towns that answer, and adds up only them', () => {
  const rows = rowsOf(districts, '马陆');
  expect(rows.map(({ name, children }) => [name, children.map((each) => each.name)])).toEqual([['嘉定区', ['马陆镇']]]);
  expect(addCounts(rows).TEAM).toBe(3);
});

test('a district that answers is kept whole', () => {
  expect(rowsOf(districts, '闵行')[0]?.children).toHaveLength(2);
  expect(rowsOf(districts, '310112114')[0]?.children).toHaveLength(1);
  expect(rowsOf(districts, 'x')).toEqual([]);
});
