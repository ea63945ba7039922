import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import type { PatrolRoutesQuery } from '../generated/graphql.ts';
import { withNextPage } from '../ui/pages.ts';
import { PATROL_ROUTES, type Route } from './patrol.ts';

/** The most that one page may have. */
const first = 100;

const withNextRoutes = withNextPage(({ town }: PatrolRoutesQuery) => town?.patrolRoutes);

/** The routes of a town that are in use, to choose from: all of them, page after page. Undefined until the first is read. */
export function useRoutes(town: string): Route[] | undefined {
  const { data, fetchMore } = useQuery(PATROL_ROUTES, {
    variables: { code: town, closed: false, first, after: null },
  });
  const routes = data?.town?.patrolRoutes;
  const after = routes?.pageInfo.hasNextPage ? routes.pageInfo.endCursor : null;
  useEffect(() => {
    if (after === null) return;
    // Where it fails those of the pages before can be chosen; reading the page again tries again.
    const more = { variables: { after }, updateQuery: withNextRoutes };
    fetchMore(more).catch(() => undefined);
  }, [after, fetchMore]);
  return routes?.nodes;
}
