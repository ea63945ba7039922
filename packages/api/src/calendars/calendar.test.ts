import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { dayAfter } from '../today.ts';
import { Calendar } from './calendar.ts';

const platform = testPlatform();

describe('working days', () => {
  const spring = new Calendar(
    new Map<string, boolean>([...Array(9)].map((_, index) => [`2026-02-${15 + index}`, false] as const)).set(
      '2026-02-28',
      true,
    ),
  );

  it('leave out weekends and holidays, and count the Saturdays that are worked instead', () => {
    expect(spring.addWorkingDays('2026-02-13', 0)).toBe('2026-02-13');
    expect(spring.addWorkingDays('2026-02-13', 1)).toBe('2026-02-24');
    expect(spring.addWorkingDays('2026-02-26', 2)).toBe('2026-02-28');
  });

  it('after a day are as many as were asked for, the last of them worked', () => {
    const day = fc.integer({ min: 0, max: 80 }).map((days) => dayOn('2026-01-15', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, many) => {
        const last = spring.addWorkingDays(from, many);
        const after: string[] = [];
        for (let at = dayAfter(from); at <= last; at = dayAfter(at)) after.push(at);
        expect(after.filter((each) => spring.isWorkingDay(each))).toHaveLength(many);
        expect(spring.isWorkingDay(last)).toBe(true);
      }),
    );
  });
});

const read = `query($code: RegisterCode!, $from: Date!, $to: Date!) { town(code: $code) {
  workingDayExceptions(from: $from, to: $to) { day working name source } } }`;

it('a town’s calendar has the notices of the State Council and the town’s own days, which come before them', async () => {
  const town = await platform.newTown();
  const days = async (from: string, to: string, client = town.admin) =>
    (await client.ask(read, { code: town.code, from, to })).town.workingDayExceptions;
  const autumn = await days('2026-09-01', '2026-10-31');
  expect(autumn).toHaveLength(12);
  expect(autumn[0]).toEqual({ day: '2026-09-20', working: true, name: '国庆节', source: '国办发明电〔2025〕7号' });
  for (const [year, free] of [
    [2025, 28],
    [2026, 33],
  ]) {
    const all = await days(`${year}-01-01`, `${year}-12-31`);
    expect(all.filter((each: Data) => !each.working)).toHaveLength(free ?? 0);
  }

  const settling = { town: town.code, day: '2026-09-20', working: false, name: '镇运动会' };
  await town.admin.do('settleWorkingDay', settling, 'town { code }');
  expect((await days('2026-09-20', '2026-09-20'))[0]).toEqual({
    ...{ day: '2026-09-20', working: false, name: '镇运动会', source: null },
  });
  const leaving = { town: town.code, day: '2026-09-20' };
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  await changesNothing(platform, town, async () => {
    expect(await officer.refused('settleWorkingDay', settling)).toEqual({ code: 'FORBIDDEN' });
    expect(await officer.refused('leaveWorkingDay', leaving)).toEqual({ code: 'FORBIDDEN' });
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['settleWorkingDay', { ...settling, name: ' ' }, 'BAD_INPUT', 'input.name'],
      ['settleWorkingDay', { ...settling, day: '2126-01-01' }, 'BAD_INPUT', 'input.day'],
      ['leaveWorkingDay', { town: town.code, day: '2026-10-01' }, 'CONFLICT', 'input.day'],
    ];
    for (const [verb, input, code, field] of wrong) {
      expect({ verb, ...(await town.admin.refused(verb, input)) }).toEqual({ verb, code, field });
    }
  });
  await town.admin.do('leaveWorkingDay', leaving, 'town { code }');
  expect(await days('2026-09-01', '2026-10-31')).toEqual(autumn);
});

function dayOn(from: string, days: number): string {
  return days === 0 ? from : dayOn(dayAfter(from), days - 1);
}
