import { expect, it } from 'vitest';
import { maskTelephone } from '../audit/mask.ts';
import { Refusal } from '../errors.ts';
import { telephoneNumber } from './telephone.ts';

it.each([
  ['13812345678', '13812345678', '138****5678'],
  [' +86 138-1234-5678 ', '13812345678', '138****5678'],
  ['１３８ １２３４ ５６７８', '13812345678', '138****5678'],
  ['021-6234 5678', '02162345678', '021****5678'],
  ['（021）62345678', '02162345678', '021****5678'],
  ['62345678', '02162345678', '021****5678'],
  ['0516-8765432', '05168765432', '051****5432'],
])('%s is %s, and masked %s', (typed, digits, masked) => {
  expect(telephoneNumber(typed, 'input.telephone')).toBe(digits);
  expect(maskTelephone(digits)).toBe(masked);
});

it.each([
  '',
  '1381234567',
  '138123456789',
  '12812345678',
  '138123456a8',
  '电话',
  '0211234',
  `138${' '.repeat(40)}12345678`,
])('%s is none', (typed) => {
  expect(() => telephoneNumber(typed, 'input.telephone')).toThrow(Refusal);
});
