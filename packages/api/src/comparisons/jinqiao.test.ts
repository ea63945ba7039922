import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { contented, explained, subject, takeMany } from '../requests/request.fixture.ts';
import { dayOf } from '../today.ts';
import { type Meeting, meet, scoreboard, scores, settle } from './comparison.fixture.ts';

const platform = testPlatform();
const today = dayOf(new Date());
const period = `period: { first: "2026-01-01", last: "${today}" }`;

/** Contacts to households in turn, so many of them, and so many of their records left without an outcome. */
function contacts(households: readonly string[], many: number, left: number): Meeting[] {
  return Array.from({ length: many }, (_, index) => ({
    household: households[index % households.length],
    day: `2026-0${1 + (index % 9)}-${10 + (index % 18)}`,
    ...(index < left ? { more: { outcome: null } } : {}),
  }));
}

/** Raises requests of households, so many of them told long before they are recorded, and handles so many. */
async function ask(town: TestTown, households: readonly string[], many: number, late: number, solved: number) {
  const [holder, about] = [await town.person('居委干部'), await subject(town)];
  const raised = await takeMany(
    town.admin,
    'raiseRequest',
    Array.from({ length: many }, (_, index) => ({
      ...{ source: 'VISIT', subject: about, description: '修门禁', household: households[index % households.length] },
      ...(index < late ? { on: '2026-02-02' } : {}),
      ...(index >= many - solved ? explained(holder) : {}),
    })),
  );
  const done = raised.slice(many - solved).map(({ id: request }: Data) => ({ request, ...contented }));
  await takeMany(town.admin, 'followUpRequest', done);
}

it('Jinqiao compares its committees: who contacts most, who visits most widely, who keeps the best records, who reports most promptly, who solves most', async () => {
  const town = await platform.newTown();
  const yongye = await settle(town, 'COMMITTEE', '永业居委会', 2);
  const jiahong = await settle(town, 'COMMITTEE', '佳虹居委会', 2);
  const sanqiao = await settle(town, 'VILLAGE', '三桥村', 2);
  const small = await settle(town, 'COMMITTEE', '新居委会', 1);
  await meet(platform, town, [
    ...contacts(yongye.households.slice(0, 8), 20, 5),
    ...contacts(jiahong.households, 12, 0),
    ...contacts(sanqiao.households, 20, 10),
    ...contacts(small.households, 5, 0),
  ]);
  await ask(town, yongye.households, 10, 1, 8);
  await ask(town, jiahong.households, 11, 0, 5);
  await ask(town, sanqiao.households, 10, 1, 10);
  await ask(town, small.households, 2, 0, 2);

  const { whole, ...board } = await scoreboard(town.admin, town.code, period);
  const of = ({ unit: id }: { unit: string }) => {
    const { households, satisfaction, ...unit } = board.units.nodes.find((each: Data) => each.unit === id);
    const written = scores.map((each) => {
      const { rank, figure } = unit[each];
      return `${rank ?? '—'}: ${figure.numerator}/${figure.denominator} ${figure.rounded}`;
    });
    return [households, ...written, satisfaction.rounded];
  };
  // Equal ones share a place, and the next counts on after both; what a village does stands beside what committees do.
  expect(of(yongye)).toEqual([
    ...[10, '1: 20/10 200.0', '3: 8/10 80.0 %', '2: 15/20 75.0 %', '2: 9/10 90.0 %', '2: 8/10 80.0 %', '80.0 %'],
  ]);
  expect(of(jiahong)).toEqual([
    ...[10, '3: 12/10 120.0', '1: 10/10 100.0 %', '1: 12/12 100.0 %', '1: 11/11 100.0 %', '3: 5/11 45.5 %', '45.5 %'],
  ]);
  expect(of(sanqiao)).toEqual([
    ...[10, '1: 20/10 200.0', '1: 10/10 100.0 %', '3: 10/20 50.0 %', '2: 9/10 90.0 %', '1: 10/10 100.0 %', '100.0 %'],
  ]);
  // Five households and two requests are too few for a place.
  expect(of(small)).toEqual([
    ...[5, '—: 5/5 100.0', '—: 5/5 100.0 %', '—: 5/5 100.0 %', '—: 2/2 100.0 %', '—: 2/2 100.0 %', '100.0 %'],
  ]);
  expect([board.asOf, board.fewest, whole.name]).toEqual([today, 10, null]);
  expect(scores.map((each) => [whole[each].rank, whole[each].figure.numerator])).toEqual([
    ...[
      [null, 57],
      [null, 33],
      [null, 42],
      [null, 31],
      [null, 25],
    ],
  ]);
  const order = async (by: string) => {
    const { units } = await scoreboard(town.admin, town.code, period, `3, orderBy: ${by}`, 'unit');
    return units.nodes.map((each: Data) => each.unit);
  };
  expect(await order('CONTACTS')).toEqual([sanqiao.unit, yongye.unit, jiahong.unit]);
  expect(await order('SOLVED')).toEqual([sanqiao.unit, yongye.unit, jiahong.unit]);
  expect(await order('RECORDS')).toEqual([jiahong.unit, yongye.unit, sanqiao.unit]);

  // Each figure opens: to the blocks of the committee, and to its records.
  const within = await scoreboard(town.admin, town.code, `${period}, level: BLOCK, unit: "${yongye.unit}"`);
  expect(within.units.nodes.map((unit: Data) => [unit.name, unit.breadth.figure.numerator])).toEqual([
    ['永业居委会1块', 5],
    ['永业居委会2块', 3],
  ]);
  expect(within.whole).toMatchObject({ name: '永业居委会', households: 10, breadth: { rank: null } });
  const records = `unit
    contacts { figure { visits { totalCount } } }
    breadth { figure { households(counted: false) { nodes { code } } parts { nodes { name numerator denominator } } } }
    records { figure { visits(counted: false) { totalCount nodes { recordFaults } } } }
    promptness { figure { requests(counted: false) { nodes { raisedOn reportedInTime } } } }
    solved { figure { requests(counted: false) { nodes { state } } } }`;
  const opened = await scoreboard(town.admin, town.code, period, '20, orderBy: CONTACTS', records);
  expect(opened.units.nodes.find((each: Data) => each.unit === yongye.unit)).toEqual({
    unit: yongye.unit,
    contacts: { figure: { visits: { totalCount: 20 } } },
    breadth: {
      figure: {
        households: { nodes: [{ code: '永业居委会2-4' }, { code: '永业居委会2-5' }] },
        parts: {
          nodes: [
            { name: '永业居委会1块', numerator: 5, denominator: 5 },
            { name: '永业居委会2块', numerator: 3, denominator: 5 },
          ],
        },
      },
    },
    records: { figure: { visits: { totalCount: 5, nodes: Array(5).fill({ recordFaults: ['DEMAND_LEFT'] }) } } },
    promptness: { figure: { requests: { nodes: [{ raisedOn: '2026-02-02', reportedInTime: false }] } } },
    solved: { figure: { requests: { nodes: [{ state: 'RAISED' }, { state: 'RAISED' }] } } },
  });
}, 120_000);
