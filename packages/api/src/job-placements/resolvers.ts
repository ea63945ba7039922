import {
  HouseholdJobPlacementsResolver,
  JobPlacementResolver,
  TownJobPlacementsResolver,
} from './job-placement.resolver.ts';
import { JobPlacementMutations } from './job-placement-mutations.resolver.ts';

/** All that resolves what the schema says of jobs found for residents. */
export const resolvers = [
  HouseholdJobPlacementsResolver,
  JobPlacementMutations,
  JobPlacementResolver,
  TownJobPlacementsResolver,
];
