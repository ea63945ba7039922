import {
  DirectManagementResolver,
  OrganizationManagementResolver,
  PartyOrganizationManagementResolver,
} from './management.resolver.ts';
import { ManagementMutations } from './management-mutations.resolver.ts';
import { PartyOrganizationResolver, PartyOrganizationVersionResolver } from './party-organization.resolver.ts';
import { PartyOrganizationPostsResolver, PartyPostMutations, PartyPostResolver } from './party-post.resolver.ts';
import { OrganizationPartyResolver, UnitPartyResolver } from './seated-party.resolver.ts';
import { TownPartyResolver } from './town-party.resolver.ts';

/** All that resolves what the schema says of Party organisations. */
export const resolvers = [
  DirectManagementResolver,
  ManagementMutations,
  OrganizationManagementResolver,
  OrganizationPartyResolver,
  PartyOrganizationManagementResolver,
  PartyOrganizationPostsResolver,
  PartyOrganizationResolver,
  PartyOrganizationVersionResolver,
  PartyPostMutations,
  PartyPostResolver,
  TownPartyResolver,
  UnitPartyResolver,
];
