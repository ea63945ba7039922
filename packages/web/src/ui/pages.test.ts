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
  const joined = withNextPage(visitsIn)(first, { fetchMoreResult: second, variables: { after: 'b' } });
  expect(joined).toEqual({ town: { ...second.town, visits: { ...second.town?.visits, nodes: [1, 2, 3, 4] } } });
  expect(first.town?.visits?.nodes).toEqual([1, 2]);
});

test('edges are added as nodes are', () => {
  const pageInfo = { hasNextPage: false, endCursor: 'a' };
  const joined = withNextPage((answer: { totalCount: number; pageInfo: typeof pageInfo; edges: string[] }) => answer)(
    { totalCount: 2, pageInfo, edges: ['a'] },
    { fetchMoreResult: { totalCount: 2, pageInfo, edges: ['b'] }, variables: { after: 'a' } },
  );
  expect(joined.edges).toEqual(['a', 'b']);
});

test('an answer stays as it was where the next one lacks the list', () => {
  expect(withNextPage(visitsIn)(first, { fetchMoreResult: { town: null }, variables: { after: 'b' } })).toBe(first);
});

test('a page that was asked for twice is added once', () => {
  const add = withNextPage(visitsIn);
  const more = { fetchMoreResult: second, variables: { after: 'b' } };
  const joined = add(first, more);
  expect(add(joined, more)).toBe(joined);
});
