import { expect, test } from 'vitest';
import { withNextPage } from './pages.ts';

interface Answer {
  town: {
    name: string;
    visits: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: number[] } | null;
  } | null;
}

const visitsIn = ({ town }: Answer) => town?.visits;
const first: Answer = {
  town: { name: 'A', visits: { totalCount: 3, pageInfo: { hasNextPage: true, endCursor: 'b' }, nodes: [1, 2] } },
};
const second: Answer = {
  town: { name: 'A', visits: { totalCount: 4, pageInfo: { hasNextPage: false, endCursor: 'd' }, nodes: [3, 4] } },
};

test('the next page is added, and says how many there are and what follows', () => {
  const joined = withNextPage(visitsIn, 'b')(first, { fetchMoreResult: second });
  expect(joined).toEqual({ town: { ...second.town, visits: { ...second.town?.visits, nodes: [1, 2, 3, 4] } } });
  expect(first.town?.visits?.nodes).toEqual([1, 2]);
});

test('edges are added as nodes are', () => {
  const pageInfo = { hasNextPage: false };
  const joined = withNextPage(
    (answer: { totalCount: number; pageInfo: typeof pageInfo; edges: string[] }) => answer,
    null,
  )({ totalCount: 2, pageInfo, edges: ['a'] }, { fetchMoreResult: { totalCount: 2, pageInfo, edges: ['b'] } });
  expect(joined.edges).toEqual(['a', 'b']);
});

test('an answer stays as it was where the next one lacks the list', () => {
  expect(withNextPage(visitsIn, 'b')(first, { fetchMoreResult: { town: null } })).toBe(first);
});

test('a page that has been added already is not added again', () => {
  const add = withNextPage(visitsIn, 'b');
  const joined = add(first, { fetchMoreResult: second });
  expect(add(joined, { fetchMoreResult: second })).toBe(joined);
});
