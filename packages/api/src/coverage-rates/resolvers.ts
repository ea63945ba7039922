import { CoverageResolver, TownCoverageResolver } from './coverage.resolver.ts';
import { EndedCoverageResolver, GapResolver, RemedyResolver } from './gap.resolver.ts';
import { RemedyMutations } from './remedies.resolver.ts';

/** All that resolves what the schema says of rates of coverage, their gaps and what would mend them. */
export const resolvers = [
  TownCoverageResolver,
  CoverageResolver,
  GapResolver,
  RemedyResolver,
  EndedCoverageResolver,
  RemedyMutations,
];
