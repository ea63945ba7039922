import { expect, test } from 'vitest';
import { figurePath } from './path.ts';

const period = { first: '2013-01-01', last: '2013-12-31' };

test('a flow opens with its days, a stock with its last one, or today while that lies ahead', () => {
  const flow = { indicator: { code: 'contact', time: 'FLOW' as const }, period };
  expect(figurePath('310114106', flow)).toBe('/towns/310114106/figures?figure=contact&from=2013-01-01&to=2013-12-31');
  const stock = { code: 'household', time: 'STOCK' as const };
  expect(figurePath('310114106', { indicator: stock, period })).toBe(
    '/towns/310114106/figures?figure=household&on=2013-12-31',
  );
  const ahead = { first: '2099-01-01', last: '2099-12-31' };
  expect(figurePath('310114106', { indicator: stock, period: ahead })).not.toContain('2099');
});

test('a figure of a unit is counted for the units of the end of its days', () => {
  const flow = { indicator: { code: 'contact', time: 'FLOW' as const }, period, unit: 'U=' };
  expect(figurePath('310114106', flow)).toMatch(/&unit=U%3D&basis=AS_OF&asOf=2013-12-31$/);
});
