import { HouseholdAddressResolver } from './address.resolver.ts';
import {
  BlockHouseholdsResolver,
  HouseholdPlaceResolver,
  HouseholdResolver,
  TownHouseholdsResolver,
} from './household.resolver.ts';
import { HouseholdMutations } from './household-mutations.resolver.ts';

/** All that resolves what the schema says of households. */
export const resolvers = [
  BlockHouseholdsResolver,
  HouseholdAddressResolver,
  HouseholdMutations,
  HouseholdPlaceResolver,
  HouseholdResolver,
  TownHouseholdsResolver,
];
