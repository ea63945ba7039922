import { useEffect } from 'react';
import { type PagedQuery, type Pages, withNextPage } from './pages.ts';

/**
 * Reads all pages of a list, one after the other, for what is chosen from all of it. Where one fails those before it stay; reading the first
 * again tries again. `list` finds the list in an answer, and is the same at every call.
 */
export function useAllPages<Data>(
  { data, fetchMore }: PagedQuery<Data>,
  list: (data: Data) => Pages | null | undefined,
): void {
  const { pageInfo } = (data && list(data)) || {};
  const after = pageInfo?.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  useEffect(() => {
    if (after !== null) fetchMore({ variables: { after }, updateQuery: withNextPage(list) }).catch(() => undefined);
  }, [after, fetchMore, list]);
}
