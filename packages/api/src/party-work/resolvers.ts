import { ClosingMutations } from './closing.resolver.ts';
import {
  GuidanceStationResolver,
  GuidedKindResolver,
  OrganizationWorkResolver,
  TownPartyWorkResolver,
  WorkAssignmentResolver,
} from './party-work.resolver.ts';
import { PartyWorkMutations } from './party-work-mutations.resolver.ts';

/** All that resolves what the schema says of people assigned to organisations, and of guidance stations. */
export const resolvers = [
  ClosingMutations,
  PartyWorkMutations,
  TownPartyWorkResolver,
  OrganizationWorkResolver,
  WorkAssignmentResolver,
  GuidanceStationResolver,
  GuidedKindResolver,
];
