import { expect, it } from 'vitest';
import { filterOf, readChoice, yearToPropose } from './project.ts';

it('an address chooses projects, and what is no year or state counts as not said', () => {
  const read = (search: string) => readChoice(new URLSearchParams(search));
  const nothing = { year: null, state: null, subject: null, unit: null };
  expect(read('')).toEqual(nothing);
  expect(read('year=199&state=LOST')).toEqual(nothing);
  expect(read('year=2026.5')).toEqual(nothing);
  const told = read('year=2027&state=ADOPTED&subject=s&unit=u');
  expect(told).toEqual({ year: 2027, state: 'ADOPTED', subject: 's', unit: 'u' });
  expect(filterOf(told)).toEqual({ year: 2027, state: ['ADOPTED'], subject: 's', unit: 'u' });
  expect(filterOf(read(''))).toEqual(nothing);
});

it('from October on, projects are proposed for the next year', () => {
  expect(yearToPropose('2026-09-30')).toBe(2026);
  expect(yearToPropose('2026-10-01')).toBe(2027);
});
