import { expect, test } from 'vitest';
import { returnAddress } from './return-address.ts';

test('a sign-in comes back to the page it started from', () => {
  expect(returnAddress({ returnTo: '/towns/310112114?at=abc' })).toBe('/towns/310112114?at=abc');
});

test('no address of another site is believed', () => {
  for (const returnTo of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '', 7]) {
    expect(returnAddress({ returnTo })).toBe('/');
  }
  expect(returnAddress(null)).toBe('/');
});
