import { ComparisonsResolver, TownComparisonsResolver } from './comparison.resolver.ts';

/** All that resolves what the schema says of comparisons. */
export const resolvers = [ComparisonsResolver, TownComparisonsResolver];
