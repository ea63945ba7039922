import { DistrictResolver, TownResolver } from './town.resolver.ts';
import { TownMutations } from './town-mutations.resolver.ts';

/** All that resolves what the schema says of towns. */
export const resolvers = [DistrictResolver, TownMutations, TownResolver];
