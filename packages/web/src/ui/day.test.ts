import { expect, test } from 'vitest';
import { dayInShanghai, momentInShanghai } from './day.ts';

test('the day is Shanghai’s, eight hours ahead of UTC', () => {
  expect(dayInShanghai(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
  expect(dayInShanghai(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
});

test('a moment is told in Shanghai time', () => {
  expect(momentInShanghai('2026-11-29T08:00:00Z', 'zh-CN')).toContain('16:00');
});
