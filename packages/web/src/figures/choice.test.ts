import { describe, expect, it } from 'vitest';
import { aroundDay, dayOfUnits, endsTooEarly, readChoice } from './choice.ts';

const today = '2026-11-24';
const read = (search: string) => readChoice(new URLSearchParams(search), today);

describe('the address of the page of figures', () => {
  it('that says nothing shows households of today', () => {
    expect(read('')).toEqual({
      figure: 'household',
      unit: null,
      period: { first: '2026-01-01', last: today },
      basis: 'RESTATED',
      day: today,
      basisDay: '2026-01-01',
    });
  });

  it('says everything, and what is no day or basis counts as not said', () => {
    const told = read('figure=contact&from=2013-01-01&to=2014-12-31&basis=AS_OF&asOf=2013-12-30&unit=u');
    expect(told).toMatchObject({ figure: 'contact', basis: 'AS_OF', basisDay: '2013-12-30', unit: 'u' });
    expect(told.period).toEqual({ first: '2013-01-01', last: '2014-12-31' });
    expect(read('from=2013-02-30&to=x&basis=NOW&asOf=1')).toEqual(read(''));
  });

  it('keeps a period that ends before it begins, to be corrected', () => {
    expect(endsTooEarly(read('from=2014-01-02&to=2014-01-01'))).toBe(true);
    expect(endsTooEarly(read('from=2014-01-01&to=2014-01-01'))).toBe(false);
  });
});

it('units are shown on the day that a figure counts for, and what was recorded never in the future', () => {
  expect(dayOfUnits('2013-12-30', 'AS_OF', today)).toBe('2013-12-30');
  expect(dayOfUnits(today, 'RESTATED', today)).toBeNull();
  expect(dayOfUnits('2026-12-31', 'AS_RECORDED', today)).toBeNull();
  expect(dayOfUnits('2026-12-31', null, today)).toBe('2026-12-31');
});

it('around a restructuring lie the year before it and the year from it on, as far as today', () => {
  expect(aroundDay('2013-12-31', today)).toMatchObject({ asOf: '2013-12-30', from: '2012-12-31', to: '2014-12-30' });
  expect(aroundDay('2026-06-01', today)).toMatchObject({ from: '2025-06-01', to: today });
});
