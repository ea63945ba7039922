import { BlockTeamsResolver, TeamResolver, TeamVersionResolver } from './team.resolver.ts';
import { TeamMutations } from './team-mutations.resolver.ts';
import { OverlayTeamsResolver, TownTreeResolver } from './tree.resolver.ts';

/** All that resolves what the schema says of teams. */
export const resolvers = [
  BlockTeamsResolver,
  OverlayTeamsResolver,
  TeamMutations,
  TeamResolver,
  TeamVersionResolver,
  TownTreeResolver,
];
