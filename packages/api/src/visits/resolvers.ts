import { HouseholdVisitsResolver, VisitResolver, VisitVersionResolver } from './visit.resolver.ts';
import { VisitCategoriesResolver } from './visit-categories.resolver.ts';
import { EventVisitResolver, VisitChangesResolver } from './visit-changes.resolver.ts';
import { VisitMutations } from './visit-mutations.resolver.ts';
import { RequestVisitResolver, VisitRequestsResolver } from './visit-requests.resolver.ts';

/** All that resolves what the schema says of visits. */
export const resolvers = [
  EventVisitResolver,
  HouseholdVisitsResolver,
  RequestVisitResolver,
  VisitCategoriesResolver,
  VisitChangesResolver,
  VisitMutations,
  VisitRequestsResolver,
  VisitResolver,
  VisitVersionResolver,
];
