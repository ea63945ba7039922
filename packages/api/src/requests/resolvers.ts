import { RequestLevelUnitResolver, RequestPlaceResolver, RequestResolver } from './request.resolver.ts';
import { RequestEventResolver } from './request-event.resolver.ts';
import { RequestMutations } from './request-mutations.resolver.ts';
import { RequestPhotosResolver } from './request-photos.resolver.ts';
import { HouseholdRequestsResolver, RequestRatesResolver, TownRequestsResolver } from './town-requests.resolver.ts';

/** All that resolves what the schema says of requests. */
export const resolvers = [
  HouseholdRequestsResolver,
  RequestEventResolver,
  RequestLevelUnitResolver,
  RequestMutations,
  RequestPhotosResolver,
  RequestPlaceResolver,
  RequestRatesResolver,
  RequestResolver,
  TownRequestsResolver,
];
