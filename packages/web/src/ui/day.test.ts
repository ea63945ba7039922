import { expect, test } from 'vitest';
import {
  dayBefore,
  dayInShanghai,
  dayOrToday,
  daysAfter,
  isDay,
  isOver,
  lastDayOf,
  momentInShanghai,
  presentMoment,
  setServerTime,
  timeInShanghai,
} from './day.ts';

test('the day is Shanghai’s, eight hours ahead of UTC', () => {
  expect(dayInShanghai(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
  expect(dayInShanghai(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
});

test('a day that lies ahead is today', () => {
  expect(dayOrToday('2026-11-30', '2026-11-29')).toBe('2026-11-29');
  expect(dayOrToday('2025-12-31', '2026-11-29')).toBe('2025-12-31');
});

test('today is the server’s, however wrong this machine’s clock is', () => {
  setServerTime('Fri, 01 Mar 2030 15:59:59 GMT');
  expect(dayInShanghai()).toBe('2030-03-01');
  expect(presentMoment().toISOString()).toMatch(/^2030-03-01T15:59:59/);
  setServerTime(null);
  setServerTime('no date');
  expect(dayInShanghai()).toBe('2030-03-01');
  setServerTime(new Date().toUTCString());
  expect(dayInShanghai()).toBe(dayInShanghai(new Date()));
});

test('a moment is told in Shanghai time', () => {
  expect(momentInShanghai('2026-11-29T08:00:00Z', 'zh-CN')).toContain('16:00');
  expect(timeInShanghai('2026-03-01T01:00:00.000Z')).toBe('09:00');
  expect(timeInShanghai('2026-02-28T16:15:00.000Z')).toBe('00:15');
});

test('the day before, and days later, cross months, years and leap days', () => {
  expect(daysAfter('2024-02-26', 7)).toBe('2024-03-04');
  expect(['2013-12-31', '2014-01-01', '2024-03-01'].map(dayBefore)).toEqual(['2013-12-30', '2013-12-31', '2024-02-29']);
});

test('a life is over on the first day after it, not on its last', () => {
  const days = ['2013-12-30', '2013-12-31', '2014-01-01'];
  expect(days.map((asOf) => isOver({ asOf, validTo: '2013-12-31' }))).toEqual([false, true, true]);
  expect(isOver({ asOf: '2013-12-31', validTo: null })).toBe(false);
});

test('what is over has a last day, unless it ended on its first', () => {
  const life = { validFrom: '2005-01-01', validTo: '2013-12-31' };
  expect(lastDayOf({ ...life, asOf: '2013-12-30' })).toBeNull();
  expect(lastDayOf({ ...life, asOf: '2020-01-01' })).toBe('2013-12-30');
  expect(lastDayOf({ ...life, validFrom: '2013-12-31', asOf: '2020-01-01' })).toBeNull();
  expect(lastDayOf({ ...life, validTo: null, asOf: '2020-01-01' })).toBeNull();
});

test('an address names a day only where the calendar has it', () => {
  expect(['2013-12-30', '2024-02-29'].map(isDay)).toEqual([true, true]);
  expect([null, '', '2013-13-01', '2023-02-30', '30.12.2013', '2013-12-30T00:00:00Z'].map(isDay)).toEqual(
    Array(6).fill(false),
  );
});
