import { expect, it } from 'vitest';
import { digitsOf, filterOf, isTelephone, isWholeTelephone, readChoice } from './call.ts';
import { hoursOf, inLanes, momentOf, mondayOf, onDay } from './roster.ts';

it('the log shows today unless the address says otherwise, and days in their order', () => {
  const today = '2026-03-02';
  const nothing = { state: null, answeredBy: null, missed: false, undone: false };
  expect(readChoice(new URLSearchParams('first=nonsense&state=LOST'), today)).toEqual({
    ...{ ...nothing, first: today, last: today },
  });
  const choice = readChoice(new URLSearchParams('first=2026-03-02&last=2026-03-01&state=MISSED&undone=1'), today);
  expect(choice).toEqual({ ...nothing, first: '2026-03-01', last: '2026-03-02', state: 'MISSED', undone: true });
  expect(filterOf(choice, 'h')).toEqual({
    ...{ hotline: 'h', called: { first: '2026-03-01', last: '2026-03-02' }, answeredBy: null, state: ['MISSED'] },
    ...{ missed: null, done: false },
  });
});

it('a number is looked for from seven digits on, and is whole when it is one of China', () => {
  expect(digitsOf('+86 138-1234-5678')).toBe('13812345678');
  expect([isTelephone('138 123'), isTelephone('138 1234')]).toEqual([false, true]);
  expect(['13812345678', '59150000', '02159150000', '1381234567'].map(isWholeTelephone)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

it('a week begins on a Monday, and a duty over midnight stands in both of its days, beside what it overlaps', () => {
  expect([mondayOf('2026-03-01'), mondayOf('2026-03-02')]).toEqual(['2026-02-23', '2026-03-02']);
  const duty = (day: string, hour: number, hours: number) => ({
    from: momentOf(day, hour),
    to: momentOf(day, hour + hours),
  });
  const duties = [duty('2026-03-01', 20, 8), duty('2026-03-02', 2, 4), duty('2026-03-02', 6, 2)];
  const second = onDay(duties, '2026-03-02');
  expect(second.map(({ from, to }) => hoursOf(from, to))).toEqual(['00:00–04:00', '02:00–06:00', '06:00–08:00']);
  expect(onDay(duties, '2026-03-01').map(({ from, to }) => [from, to])).toEqual([[20, 24]]);
  const { lanes, placed } = inLanes(second);
  expect([lanes, placed.map(({ lane }) => lane)]).toEqual([2, [0, 1, 0]]);
});
