import { expect, it } from 'vitest';
import { filterOf, readChoice } from './request.ts';

it('an address chooses requests, and what is no level, state or flag counts as not said', () => {
  const read = (search: string) => readChoice(new URLSearchParams(search));
  const nothing = { subject: null, unit: null, number: null, overdue: null, level: null, state: 'RAISED' };
  expect(read('')).toEqual(nothing);
  expect(read('level=STREET&state=LOST&overdue=yes')).toEqual(nothing);
  const told = read('level=TOWN&state=HANDLED&overdue=1&unit=u&subject=s&number=2026-1');
  expect(told).toEqual({
    ...{ subject: 's', unit: 'u', number: '2026-1', overdue: true },
    level: 'TOWN',
    state: 'HANDLED',
  });
  expect(filterOf(told, 'CLOSED')).toEqual({
    ...{ subject: 's', unit: 'u', number: '2026-1', overdue: true, level: ['TOWN'], state: ['CLOSED'] },
  });
  expect(filterOf(read(''), 'RAISED')).toEqual({
    subject: null,
    unit: null,
    number: null,
    overdue: null,
    state: ['RAISED'],
  });
});
