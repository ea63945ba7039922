import { expect, it } from 'vitest';
import { holding } from './category.ts';

it('holds from the first day up to the day before the last one', () => {
  const one = { validFrom: '2024-01-01', validTo: '2024-06-01' };
  const open = { validFrom: '2024-03-01', validTo: null };
  expect(holding([one, open], '2024-01-01')).toEqual([one]);
  expect(holding([one, open], '2024-05-31')).toEqual([one, open]);
  expect(holding([one, open], '2024-06-01')).toEqual([open]);
});
