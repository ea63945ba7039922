import { ReliefSumResolver, TownReliefSumsResolver } from './relief-sums.resolver.ts';

/** All that resolves what the schema says of sums of relief. */
export const resolvers = [ReliefSumResolver, TownReliefSumsResolver];
