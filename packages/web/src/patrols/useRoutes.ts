import { useQuery } from '@apollo/client/react';
import type { PatrolRoutesQuery } from '../generated/graphql.ts';
import { useAllPages } from '../ui/useAllPages.ts';
import { PATROL_ROUTES, type Route } from './patrol.ts';

/** The most that one page may have. */
const first = 100;

const routesIn = ({ town }: PatrolRoutesQuery) => town?.patrolRoutes;

/** The routes of a town that are in use, to choose from: all of them, page after page. Undefined until the first is read. */
export function useRoutes(town: string): Route[] | undefined {
  const query = useQuery(PATROL_ROUTES, { variables: { code: town, closed: false, first, after: null } });
  useAllPages(query, routesIn);
  return query.data?.town?.patrolRoutes?.nodes;
}
