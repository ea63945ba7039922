import { expect, test } from 'vitest';
import { byTitle } from './post.ts';

test('the highest title comes first, and equal ones stay in their order', () => {
  const posts = [
    { id: 1, title: 'OFFICER' as const },
    { id: 2, title: 'DIRECTOR' as const },
    { id: 3, title: 'OFFICER' as const },
    { id: 4, title: 'PARTY_SECRETARY' as const },
  ];
  expect(byTitle(posts).map(({ id }) => id)).toEqual([4, 2, 1, 3]);
});
