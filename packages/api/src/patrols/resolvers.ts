import { PatrolFindingMutations } from './finding-mutations.resolver.ts';
import { PatrolResolver, PatrolVersionResolver } from './patrol.resolver.ts';
import { PatrolFindingEventResolver, PatrolFindingResolver, RequestPatrolResolver } from './patrol-finding.resolver.ts';
import { PatrolMutations } from './patrol-mutations.resolver.ts';
import { PatrolRouteResolver, TownPatrolRoutesResolver } from './patrol-route.resolver.ts';
import { PatrolRatesResolver, TownPatrolsResolver } from './town-patrols.resolver.ts';

/** All that resolves what the schema says of patrols. */
export const resolvers = [
  PatrolFindingEventResolver,
  PatrolFindingMutations,
  PatrolFindingResolver,
  PatrolMutations,
  PatrolRatesResolver,
  PatrolResolver,
  PatrolRouteResolver,
  PatrolVersionResolver,
  RequestPatrolResolver,
  TownPatrolRoutesResolver,
  TownPatrolsResolver,
];
