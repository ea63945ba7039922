import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { zh } from '../i18n/exports.ts';
import { sizeText } from './export.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 KB'],
  [12_345, '12 KB'],
  [1_500_000, '1.5 MB'],
  [987_654_321, '988 MB'],
  [1_073_741_824, '1.1 GB'],
])('%d bytes are read as %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

test('every type of records that is exported has a word', () => {
  const source = readFileSync(new URL('../../../api/src/exports/record-types.ts', import.meta.url), 'utf8');
  const types = [...source.matchAll(/^ {2}(\w+): \{ table:/gm)].map(([, type]) => type);
  expect(types.length).toBeGreaterThan(20);
  expect(Object.keys(zh.types).sort()).toEqual(types.sort());
});
