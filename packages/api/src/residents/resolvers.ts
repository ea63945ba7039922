import { FindHouseholdsResolver } from './find-households.resolver.ts';
import {
  HouseholdChangeResolver,
  HouseholdEventResolver,
  HouseholdEventsResolver,
} from './household-event.resolver.ts';
import { HouseholdResidentsResolver } from './household-residents.resolver.ts';
import { ResidentResolver, ResidentStayResolver } from './resident.resolver.ts';
import { ResidentMutations } from './resident-mutations.resolver.ts';

/** All that resolves what the schema says of residents. */
export const resolvers = [
  FindHouseholdsResolver,
  HouseholdChangeResolver,
  HouseholdEventResolver,
  HouseholdEventsResolver,
  HouseholdResidentsResolver,
  ResidentMutations,
  ResidentResolver,
  ResidentStayResolver,
];
