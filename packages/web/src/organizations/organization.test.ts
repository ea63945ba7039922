import { expect, it } from 'vitest';
import { changedValues, filterOf, readChoice } from './organization.ts';

it('an address chooses organisations, and what is no class or membership counts as not said', () => {
  const read = (search: string) => readChoice(new URLSearchParams(search));
  const nothing = { unit: null, class: null, kind: null, industry: null, members: null, name: null };
  expect(read('')).toEqual(nothing);
  expect(read('class=BANK&members=some&name=%20')).toEqual(nothing);
  const told = read('unit=u&class=PARK&kind=k&industry=i&members=without&name=%20厂');
  expect(told).toEqual({ unit: 'u', class: 'PARK', kind: 'k', industry: 'i', members: 'without', name: '厂' });
  expect(filterOf(told)).toEqual({
    ...{ unit: 'u', class: ['PARK'], kind: ['k'], industry: ['i'], hasMembers: false, name: '厂' },
  });
  expect(filterOf(read('members=with'))).toMatchObject({ hasMembers: true, class: null });
});

it('a form says only what it changed', () => {
  const before: { name: string; industry: string | null; size: number | null } = {
    name: '甲厂',
    industry: 'i',
    size: null,
  };
  expect(changedValues(before, { ...before })).toEqual({});
  expect(changedValues(before, { name: '乙厂', industry: null, size: null })).toEqual({ name: '乙厂', industry: null });
});
