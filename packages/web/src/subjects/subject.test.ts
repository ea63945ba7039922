import { expect, it } from 'vitest';
import { monthsUpTo, readChoice } from './subject.ts';

it('whole months end with the one that holds the day, also over the turn of a year', () => {
  expect(monthsUpTo('2026-11-28', 1)).toEqual({ first: '2026-11-01', last: '2026-11-30' });
  expect(monthsUpTo('2026-02-03', 3)).toEqual({ first: '2025-12-01', last: '2026-02-28' });
  expect(monthsUpTo('2024-02-29', 12)).toEqual({ first: '2023-03-01', last: '2024-02-29' });
});

it('an address chooses months or days, and what is neither counts as not said', () => {
  const read = (search: string) => readChoice(new URLSearchParams(search), '2026-11-28');
  const year = { span: 'year', period: { first: '2025-12-01', last: '2026-11-30' }, unit: null, subject: null };
  expect(read('')).toEqual(year);
  expect(read('span=week')).toEqual(year);
  expect(read('from=2026-02-01&to=2026-01-01')).toEqual(year);
  expect(read('from=2026-02-30&to=2026-03-01')).toEqual(year);
  expect(read('span=quarter&unit=u&subject=s')).toEqual({
    ...{ span: 'quarter', period: { first: '2026-09-01', last: '2026-11-30' }, unit: 'u', subject: 's' },
  });
  expect(read('from=2026-02-01&to=2026-02-10&span=quarter')).toMatchObject({
    ...{ span: null, period: { first: '2026-02-01', last: '2026-02-10' } },
  });
});
