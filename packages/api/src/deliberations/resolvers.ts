import {
  DeliberationEventResolver,
  DeliberationMeetingResolver,
  DeliberationResolver,
  RequestDeliberationsResolver,
  TownDeliberationsResolver,
} from './deliberation.resolver.ts';
import { DeliberationMutations } from './deliberation-mutations.resolver.ts';
import { DeliberationRuleMutations } from './rule-mutations.resolver.ts';
import {
  DeliberationAnswerResolver,
  DeliberationObjectionResolver,
  DeliberationVoteResolver,
  DeliberationVoterResolver,
  DeliberationVotersResolver,
} from './vote.resolver.ts';
import { VoteMutations } from './vote-mutations.resolver.ts';

/** All that resolves what the schema says of deliberations. */
export const resolvers = [
  DeliberationAnswerResolver,
  DeliberationEventResolver,
  DeliberationMeetingResolver,
  DeliberationMutations,
  DeliberationObjectionResolver,
  DeliberationResolver,
  DeliberationRuleMutations,
  DeliberationVoteResolver,
  DeliberationVoterResolver,
  DeliberationVotersResolver,
  RequestDeliberationsResolver,
  TownDeliberationsResolver,
  VoteMutations,
];
