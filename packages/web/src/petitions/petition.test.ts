import { expect, it } from 'vitest';
import { listOf, readChoice } from './petition.ts';

it('an address chooses petitions, and what is no state or flag counts as not said', () => {
  const read = (search: string) => readChoice(new URLSearchParams(search));
  const nothing = { state: null, subject: null, unit: null, overdue: null };
  expect(read('')).toEqual(nothing);
  expect(read('state=LOST&overdue=yes')).toEqual(nothing);
  const told = read('state=CLOSED&overdue=1&subject=s&unit=u');
  expect(told).toEqual({ state: 'CLOSED', subject: 's', unit: 'u', overdue: true });
});

it('petitions with a deadline are listed by it, the others by the day on which they came', () => {
  const choice = { state: null, subject: null, unit: null, overdue: null };
  expect(listOf(choice)).toEqual({ filter: { ...choice }, orderBy: 'LATEST' });
  expect(listOf({ ...choice, state: 'ACCEPTED' })).toEqual({
    ...{ filter: { ...choice, state: ['ACCEPTED'] }, orderBy: 'DUE' },
  });
  expect(listOf({ ...choice, overdue: true }).orderBy).toBe('DUE');
  expect(listOf({ ...choice, state: 'CLOSED' }).orderBy).toBe('LATEST');
});
