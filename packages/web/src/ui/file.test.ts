import { expect, test } from 'vitest';
import { bytesOf } from './file.ts';

test('base64 becomes the bytes it stands for', () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
  expect(bytesOf(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
  expect(bytesOf('')).toHaveLength(0);
});
