import { expect, it } from 'vitest';
import { filterOf, isToCheck, partyOf, readChoice } from './mediation.ts';

it('an address chooses mediations, and what is no state or flag counts as not said', () => {
  const read = (search: string) => readChoice(new URLSearchParams(search));
  const nothing = { state: null, subject: null, unit: null, checkDue: null };
  expect(read('state=LOST&checkDue=yes')).toEqual(nothing);
  const told = read('state=AGREED&checkDue=1&subject=s&unit=u');
  expect(told).toEqual({ state: 'AGREED', subject: 's', unit: 'u', checkDue: true });
  expect(filterOf(told)).toEqual({ state: ['AGREED'], subject: 's', unit: 'u', checkDue: true });
  expect(filterOf(read(''))).toEqual(nothing);
});

it('an agreement is to be looked at from its day on', () => {
  expect(isToCheck({ checkOn: null }, '2026-11-28')).toBe(false);
  expect(isToCheck({ checkOn: '2026-11-29' }, '2026-11-28')).toBe(false);
  expect(isToCheck({ checkOn: '2026-11-28' }, '2026-11-28')).toBe(true);
});

it('a party is a household, a resident of it, or somebody by name, and never two of them', () => {
  const named = { household: 'h', resident: 'r', name: '张三' };
  expect(partyOf({ kind: 'household', ...named })).toEqual({ household: 'h' });
  expect(partyOf({ kind: 'resident', ...named })).toEqual({ resident: 'r' });
  expect(partyOf({ kind: 'other', ...named })).toEqual({ otherName: '张三' });
});
