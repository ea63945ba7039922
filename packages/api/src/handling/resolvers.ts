import { DeadlineRuleResolver, TownHandlingResolver } from './handling.resolver.ts';
import { HandlingMutations } from './handling-mutations.resolver.ts';

/** All that resolves what the schema says of handling. */
export const resolvers = [DeadlineRuleResolver, HandlingMutations, TownHandlingResolver];
