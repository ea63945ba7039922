import { ReliefCategoryResolver, ReliefItemResolver, TownReliefListResolver } from './relief-item.resolver.ts';
import { ReliefItemMutations } from './relief-item-mutations.resolver.ts';

/** All that resolves what the schema says of categories and items of relief. */
export const resolvers = [ReliefCategoryResolver, ReliefItemMutations, ReliefItemResolver, TownReliefListResolver];
