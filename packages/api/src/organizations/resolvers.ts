import { OrganizationListMutations } from './list-mutations.resolver.ts';
import { OrganizationResolver, OrganizationVersionResolver } from './organization.resolver.ts';
import { TownOrganizationListsResolver } from './organization-lists.resolver.ts';
import { OrganizationMutations } from './organization-mutations.resolver.ts';

/** All that resolves what the schema says of organisations. */
export const resolvers = [
  OrganizationListMutations,
  OrganizationMutations,
  OrganizationResolver,
  OrganizationVersionResolver,
  TownOrganizationListsResolver,
];
