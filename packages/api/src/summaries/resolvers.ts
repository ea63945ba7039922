import { TownCountsResolver } from './town-counts.resolver.ts';

/** All that resolves what the schema says of summaries. */
export const resolvers = [TownCountsResolver];
