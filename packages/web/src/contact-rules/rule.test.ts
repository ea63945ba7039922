import { expect, it } from 'vitest';
import { type ContactRule, ruleOn } from './rule.ts';

const rule = (id: string, category: string | null, validFrom: string, validTo: string | null): ContactRule => ({
  ...{ id, everyMonths: 3, firstWithinDays: null, ways: ['AT_HOME'], note: null, validFrom, validTo },
  category: category === null ? null : { id: category },
});

it('finds what holds on a day and what is settled for later, of one category or of every household', () => {
  const old = rule('old', null, '2024-01-01', '2024-06-01');
  const later = rule('later', null, '2024-07-01', null);
  const other = rule('other', 'k', '2024-01-01', null);
  const rules = [later, other, old];
  expect(ruleOn(rules, null, '2024-05-31')).toEqual({ rule: old, next: later });
  expect(ruleOn(rules, null, '2024-06-15')).toEqual({ rule: undefined, next: later });
  expect(ruleOn(rules, null, '2024-07-01')).toEqual({ rule: later, next: undefined });
  expect(ruleOn(rules, { id: 'k', name: '独居老人' }, '2024-07-01')).toEqual({ rule: other, next: undefined });
});
