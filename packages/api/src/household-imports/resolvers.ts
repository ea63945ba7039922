import { HouseholdImportMutations, TownHouseholdFileResolver } from './household-import.resolver.ts';

/** All that resolves what the schema says of household imports. */
export const resolvers = [HouseholdImportMutations, TownHouseholdFileResolver];
