import { HouseholdReliefResolver } from './household-relief.resolver.ts';
import { ReliefApplicationResolver, TownReliefResolver } from './relief.resolver.ts';
import { ReliefMutations } from './relief-mutations.resolver.ts';
import { ReliefEventResolver, ReliefGrantResolver } from './relief-parts.resolver.ts';
import { ReliefTogetherMutations } from './relief-together.resolver.ts';

/** All that resolves what the schema says of applications for relief and its grants. */
export const resolvers = [
  HouseholdReliefResolver,
  ReliefApplicationResolver,
  ReliefEventResolver,
  ReliefGrantResolver,
  ReliefMutations,
  ReliefTogetherMutations,
  TownReliefResolver,
];
