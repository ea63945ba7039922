import { HeldVisitResolver, TownHeldVisitsResolver } from './held-visit.resolver.ts';
import { HeldVisitRequestResolver, HeldVisitRequestsResolver } from './held-visit-requests.resolver.ts';

/** All that resolves what the schema says of held visits. */
export const resolvers = [
  HeldVisitRequestResolver,
  HeldVisitRequestsResolver,
  HeldVisitResolver,
  TownHeldVisitsResolver,
];
