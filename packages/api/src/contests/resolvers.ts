import {
  ContestResolver,
  ContestRoundResolver,
  ContestTeamResolver,
  ProgrammeContestResolver,
} from './contest.resolver.ts';
import { ContestMutations } from './contest-mutations.resolver.ts';

/** All that resolves what the schema says of contests between teams. */
export const resolvers = [
  ContestMutations,
  ContestResolver,
  ContestRoundResolver,
  ContestTeamResolver,
  ProgrammeContestResolver,
];
