import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { duty, hotline, moment, onDuty, rosterOf } from './hotline.fixture.ts';
import { clashesOf, gapsIn, hour } from './roster.ts';

const platform = testPlatform();

it('a roster tells who is on duty from hour to hour, which hours are free, and who is booked twice', async () => {
  const town = await platform.newTown();
  const line = await hotline(town, { telephones: ['59150000', '59150001'] });
  const other = await hotline(town, { name: '夜间热线', telephones: ['59150009'], opensAt: 20, closesAt: 24 });
  const [first, second] = [await town.person('社工甲'), await town.person('社工乙')];
  // Monday 5 January 2026 round the clock, but for an hour in the evening.
  const duties = [
    duty(first, '2026-01-05T00', 8, '59150000'),
    duty(second, '2026-01-05T08', 11, '59150000'),
    duty(first, '2026-01-05T18', 1, '59150000'),
    duty(first, '2026-01-05T20', 24, '59150001'),
  ];
  expect(await town.admin.do('rosterDuties', { hotline: line.id, duties }, 'added')).toEqual({ added: 4 });
  await onDuty(town, other.id, first, '2026-01-05T22', 2);
  expect(await rosterOf(town.admin, line.id, '2026-01-05', 2)).toEqual({
    duties: [
      '社工甲 01-05 00–01-05 08 59150000',
      '社工乙 01-05 08–01-05 19 59150000',
      '社工甲 01-05 18–01-05 19 59150000',
      '社工甲 01-05 20–01-06 20 59150001',
    ],
    gaps: ['01-05 19–01-05 20', '01-06 20–01-07 00'],
    doubleBookings: ['TELEPHONE 01-05 18–01-05 19 社工乙 社工甲', 'PERSON 01-05 22–01-06 00 社工甲 社工甲'],
  });
  // Answered in the evening alone, the other hotline has no gap by day.
  expect((await rosterOf(town.admin, other.id, '2026-01-05', 2)).gaps).toEqual([
    '01-05 20–01-05 22',
    '01-06 20–01-07 00',
  ]);
  expect((await rosterOf(town.admin, line.id, '2022-12-31', 2)).gaps).toEqual(['01-01 00–01-02 00']);
});

it('a week is copied into those that follow; a duty taken back counts no more, and what is there stays as it is', async () => {
  const town = await platform.newTown();
  const line = await hotline(town, { opensAt: 8, closesAt: 16 });
  const [first, second] = [await town.person('社工甲'), await town.person('社工乙')];
  for (const day of ['05', '06', '07', '08', '09']) await onDuty(town, line.id, first, `2026-01-${day}T08`, 8);
  const sunday = await onDuty(town, line.id, second, '2026-01-11T22', 8);
  await onDuty(town, line.id, first, '2026-01-13T08', 8);
  const copying = { hotline: line.id, week: '2026-01-11', weeks: 2 };
  expect(await town.admin.do('copyRoster', copying, 'added')).toEqual({ added: 11 });
  expect(await town.admin.do('copyRoster', copying, 'added')).toEqual({ added: 0 });
  const { duties, gaps } = await rosterOf(town.admin, line.id, '2026-01-19');
  expect(duties).toEqual([
    '社工乙 01-18 22–01-19 06',
    ...['19', '20', '21', '22', '23'].map((day) => `社工甲 01-${day} 08–01-${day} 16`),
    '社工乙 01-25 22–01-26 06',
  ]);
  expect(gaps).toEqual(['01-24 08–01-24 16', '01-25 08–01-25 16']);
  await town.admin.do('cancelDuty', { duty: sunday }, 'hotline { id }');
  expect(await town.admin.refused('cancelDuty', { duty: sunday })).toEqual({ code: 'NOT_FOUND', field: 'input.duty' });
  expect((await rosterOf(town.admin, line.id, '2026-01-10', 3)).duties).toEqual(['社工甲 01-12 08–01-12 16']);
  const again = { hotline: line.id, duties: [duty(second, '2026-01-11T22', 8)] };
  expect(await town.admin.do('rosterDuties', again, 'added')).toEqual({ added: 1 });
  // What is copied ends with the hotline.
  await town.admin.do('endHotline', { hotline: line.id, on: '2026-02-04' }, 'hotline { id }');
  expect(await town.admin.do('copyRoster', { ...copying, weeks: 26 }, 'added')).toEqual({ added: 8 });
});

it('two who roster the same duty at once put it down once', async () => {
  const town = await platform.newTown();
  const line = await hotline(town);
  const input = { hotline: line.id, duties: [duty(await town.person('社工甲'), '2026-01-05T08', 8)] };
  const query = 'mutation($input: RosterDutiesInput!) { rosterDuties(input: $input) { added } }';
  const answers = await Promise.all([1, 2, 3].map(() => town.admin.send(query, { input })));
  expect(answers.map(({ errors }) => errors[0]?.extensions.code ?? 'added').sort()).toEqual([
    'CONFLICT',
    'CONFLICT',
    'added',
  ]);
  expect((await rosterOf(town.admin, line.id, '2026-01-05')).duties).toHaveLength(1);
});

it('whatever the duties, every hour that is to be answered is either somebody’s or in one gap, and clashes are real', () => {
  const monday = Date.parse(moment('2026-01-05T00'));
  const shift = fc.record({
    from: fc.integer({ min: 0, max: 60 }).map((at) => new Date(monday + at * hour)),
    hours: fc.integer({ min: 1, max: 24 }),
    hotlineUuid: fc.constantFrom('a', 'b'),
    personUuid: fc.constantFrom('p', 'q', 'r'),
    telephone: fc.constantFrom(null, '1', '2'),
  });
  const shifts = fc.array(
    shift.map(({ hours, ...each }) => ({ ...each, to: new Date(each.from.getTime() + hours * hour) })),
  );
  fc.assert(
    fc.property(shifts, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 13, max: 24 }), (all, opensAt, closesAt) => {
      const own = all.filter((each) => each.hotlineUuid === 'a');
      const covers = (each: { from: Date; to: Date }, at: number) =>
        each.from.getTime() <= at && each.to.getTime() > at;
      const gaps = gapsIn({ from: new Date(monday), to: new Date(monday + 48 * hour) }, { opensAt, closesAt }, own);
      for (let each = 0; each < 48; each++) {
        const at = monday + each * hour;
        const open = each % 24 >= opensAt && each % 24 < closesAt;
        const free = open && !own.some((one) => covers(one, at));
        expect(gaps.filter((gap) => covers(gap, at))).toHaveLength(free ? 1 : 0);
      }
      const clashes = clashesOf(all, 'a');
      for (const { kind, from, to, duties } of clashes) {
        expect(from < to && duties.every((each) => each.from <= from && each.to >= to)).toBe(true);
        const [one, two] = duties;
        expect(kind === 'PERSON' ? one.personUuid === two.personUuid : one.telephone === two.telephone).toBe(true);
      }
      const twice = own.filter((one) =>
        all.some((two) => one !== two && one.personUuid === two.personUuid && one.from < two.to && two.from < one.to),
      );
      const told = clashes.filter(({ kind }) => kind === 'PERSON').flatMap(({ duties }) => duties);
      expect(twice.every((each) => told.includes(each))).toBe(true);
    }),
  );
});
