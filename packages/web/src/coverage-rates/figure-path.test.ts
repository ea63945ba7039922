import { expect, test } from 'vitest';
import { coverageOf } from './figure-path.ts';

const figure = { unit: 'U1', on: '2026-11-29', basis: 'AS_RECORDED' as const };

test('a rate of a class opens the organisations of that class, with what the rate misses', () => {
  expect(coverageOf('310112114', { ...figure, indicator: 'organization-coverage-cooperative' })).toBe(
    '/towns/310112114/coverage?on=2026-11-29&basis=AS_RECORDED&rate=ORGANIZATION_COVERAGE&class=COOPERATIVE&unit=U1&by=UNIT',
  );
});

test('a number of all organisations opens them all', () => {
  expect(coverageOf('310112114', { ...figure, unit: null, indicator: 'organization' })).toBe(
    '/towns/310112114/coverage?on=2026-11-29&basis=AS_RECORDED&by=UNIT',
  );
});

test('other figures, and those of a basis that the page has not, open nothing there', () => {
  expect(coverageOf('310112114', { ...figure, indicator: 'household' })).toBeNull();
  expect(coverageOf('310112114', { ...figure, indicator: 'establishment', basis: 'AS_OF' })).toBeNull();
});
