import { expect, test } from 'vitest';
import { chunksOf } from './chunks.ts';

test('visits are sent in their order, at most 50 at once', () => {
  const visits = Array.from({ length: 120 }, (_, index) => index);
  const chunks = chunksOf(visits, (each) => each);
  expect(chunks.map((each) => each.length)).toEqual([50, 50, 20]);
  expect(chunks.flat()).toEqual(visits);
});

test('what is sent at once stays below 600 kB, counted in bytes of Chinese text', () => {
  const text = '字'.repeat(70_000);
  expect(chunksOf([1, 2, 3, 4, 5], () => text).map((each) => each.length)).toEqual([2, 2, 1]);
});

test('a visit that is larger by itself is sent alone', () => {
  const chunks = chunksOf([700_000, 10, 10], (size) => 'x'.repeat(size));
  expect(chunks).toEqual([[700_000], [10, 10]]);
  expect(chunksOf([], () => '')).toEqual([]);
});
