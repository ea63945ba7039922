import { describe, expect, it } from 'vitest';
import { periodOf, readChoice } from './board.ts';

const today = '2026-11-28';
const read = (search: string) => readChoice(new URLSearchParams(search), today);

describe('the address of the scoreboard', () => {
  it('that says nothing compares villages and committees by their contacts of this year', () => {
    expect(read('')).toEqual({
      ...{ span: 'year', period: { first: '2026-01-01', last: today } },
      ...{ level: 'COMMITTEE', under: null, by: 'CONTACTS', score: null, unit: null },
    });
  });

  it('says everything, and what is no period, level or comparison counts as not said', () => {
    const told = read('from=2026-02-01&to=2026-03-31&level=BLOCK&under=u&by=SOLVED&score=RECORDS&unit=b');
    expect(told).toEqual({
      ...{ span: null, period: { first: '2026-02-01', last: '2026-03-31' } },
      ...{ level: 'BLOCK', under: 'u', by: 'SOLVED', score: 'RECORDS', unit: 'b' },
    });
    expect(read('from=2026-03-31&to=2026-02-01&level=TOWN&by=x&score=x&span=x')).toEqual(read(''));
  });
});

it('periods go from the first day of month, quarter or year to today, and last year is whole', () => {
  expect(periodOf('month', today)).toEqual({ first: '2026-11-01', last: today });
  expect(periodOf('quarter', today)).toEqual({ first: '2026-10-01', last: today });
  expect(periodOf('quarter', '2026-03-31')).toEqual({ first: '2026-01-01', last: '2026-03-31' });
  expect(periodOf('lastYear', today)).toEqual({ first: '2025-01-01', last: '2025-12-31' });
});
