import { DirectManagementResolver, PartyOrganizationManagementResolver } from './management.resolver.ts';
import { PartyOrganizationResolver, PartyOrganizationVersionResolver } from './party-organization.resolver.ts';
import { PartyOrganizationPostsResolver, PartyPostMutations, PartyPostResolver } from './party-post.resolver.ts';
import { TownPartyResolver } from './town-party.resolver.ts';

/** All that resolves what the schema says of Party organisations. */
export const resolvers = [
  DirectManagementResolver,
  PartyOrganizationManagementResolver,
  PartyOrganizationPostsResolver,
  PartyOrganizationResolver,
  PartyOrganizationVersionResolver,
  PartyPostMutations,
  PartyPostResolver,
  TownPartyResolver,
];
