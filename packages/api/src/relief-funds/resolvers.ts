import { ReliefFundEntryResolver, ReliefFundResolver, TownReliefFundsResolver } from './relief-fund.resolver.ts';
import { ReliefFundMutations } from './relief-fund-mutations.resolver.ts';

/** All that resolves what the schema says of funds of relief. */
export const resolvers = [ReliefFundEntryResolver, ReliefFundMutations, ReliefFundResolver, TownReliefFundsResolver];
