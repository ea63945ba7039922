import {
  AssignmentResolver,
  InvitationResolver,
  TownAccountResolver,
  TownAccountsResolver,
  TownInvitationsResolver,
  ViewerResolver,
} from './account.resolver.ts';
import { AccountMutations } from './account-mutations.resolver.ts';
import { OfficeResolver } from './office.resolver.ts';

/** All that resolves what the schema says of accounts. */
export const resolvers = [
  AccountMutations,
  AssignmentResolver,
  InvitationResolver,
  OfficeResolver,
  TownAccountResolver,
  TownAccountsResolver,
  TownInvitationsResolver,
  ViewerResolver,
];
