import { expect, it } from 'vitest';
import { PreparedNames } from './prepared-names.ts';

const some = (entries: number) => Array.from({ length: entries }, (_, index) => index);

it('a statement has a name once it comes again, whatever its values, but never with a long list', () => {
  const names = new PreparedNames();
  expect(names.nameOf('select $1', [some(3)])).toBeUndefined();
  expect(names.nameOf('select $1', [some(101)])).toBeUndefined();
  expect(names.nameOf('select $1', [some(100)])).toBe('kept-1');
  expect(names.nameOf('select $1', [1])).toBe('kept-1');
  expect(names.nameOf('select $1', [some(101)])).toBeUndefined();
});

it('so many have names and no more, and those have them still', () => {
  const names = new PreparedNames();
  for (const index of some(400)) for (let time = 0; time < 2; time++) names.nameOf(`select ${index}`, []);
  expect(names.nameOf('select 299', [])).toBe('kept-300');
  expect(names.nameOf('select 300', [])).toBeUndefined();
});
