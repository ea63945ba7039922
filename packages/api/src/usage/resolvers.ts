import { ApplicationUsageResolver, ConsentUsageResolver, UsageInTownResolver } from './usage.resolver.ts';

/** All that resolves what the schema says of usage. */
export const resolvers = [ApplicationUsageResolver, ConsentUsageResolver, UsageInTownResolver];
