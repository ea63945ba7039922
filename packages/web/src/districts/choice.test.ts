import { describe, expect, test } from 'vitest';
import { periodBefore, periodOf, readChoice, seriesUpTo } from './choice.ts';

const read = (search: string) => readChoice(new URLSearchParams(search), '2026-11-29');

describe('the address of a dashboard', () => {
  test('says nothing: this year so far, the usual indicators, held against nothing', () => {
    expect(read('')).toEqual({
      ...{ figures: null, span: 'year', period: { first: '2026-01-01', last: '2026-11-30' } },
      ...{ comparison: 'none', before: null, sort: null, ascending: false, town: null, by: 'MONTH', towns: false },
    });
  });

  test('says months of one’s own, indicators, and what to hold them against', () => {
    expect(read('figures=contact,request&from=2025-02&to=2025-04&compare=before&sort=contact&order=asc')).toMatchObject(
      {
        ...{ figures: ['contact', 'request'], span: null, period: { first: '2025-02-01', last: '2025-04-30' } },
        comparison: 'before',
        before: { first: '2024-11-01', last: '2025-01-31' },
        sort: 'contact',
        ascending: true,
      },
    );
  });

  test('says it wrongly: what is wrong counts as not said', () => {
    for (const search of [
      'from=2025-13&to=2025-14',
      'from=2025-04&to=2025-02',
      'from=2025-04',
      'span=week&figures=,',
    ]) {
      expect(read(search)).toEqual(read(''));
    }
  });
});

describe('periods are whole months', () => {
  test('by their names', () => {
    expect(['lastMonth', 'month', 'quarter', 'year', 'lastYear'].map((span) => read(`span=${span}`).period)).toEqual([
      { first: '2026-10-01', last: '2026-10-31' },
      { first: '2026-11-01', last: '2026-11-30' },
      { first: '2026-10-01', last: '2026-11-30' },
      { first: '2026-01-01', last: '2026-11-30' },
      { first: '2025-01-01', last: '2025-12-31' },
    ]);
    expect(periodOf('lastMonth', '2026-01-15')).toEqual({ first: '2025-12-01', last: '2025-12-31' });
  });

  test('before others: as long, or a year before, into a February of 29 days', () => {
    expect(periodBefore({ first: '2024-03-01', last: '2024-03-31' }, 'before')).toEqual({
      ...{ first: '2024-02-01', last: '2024-02-29' },
    });
    expect(periodBefore({ first: '2025-01-01', last: '2025-02-28' }, 'year')).toEqual({
      ...{ first: '2024-01-01', last: '2024-02-29' },
    });
  });

  test('up to a period, step by step', () => {
    const period = { first: '2026-11-01', last: '2026-11-30' };
    expect(seriesUpTo(period, 'MONTH')).toEqual({ first: '2024-12-01', last: '2026-11-30' });
    expect(seriesUpTo(period, 'QUARTER').first).toBe('2024-02-01');
    expect(seriesUpTo(period, 'YEAR').first).toBe('2021-11-01');
  });
});
