import { expect, test } from 'vitest';
import { withChange } from './useAddress.ts';

test('an address changes in one place and keeps the rest', () => {
  const before = new URLSearchParams('figure=contact&unit=u');
  expect(withChange(before, { unit: null, basis: 'AS_OF' }).toString()).toBe('figure=contact&basis=AS_OF');
});
