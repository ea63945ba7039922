import { expect, test } from 'vitest';
import { plainCell } from './tableFile.ts';

test('a text that a spreadsheet would take for a formula is written as text, and a number stays one', () => {
  expect(['=1+1', '+86', '-', '@a', '\tx', '镇', '', -3, null].map(plainCell)).toEqual([
    ...["'=1+1", "'+86", "'-", "'@a", "'\tx", '镇', '', -3, null],
  ]);
});
