import { OrganizationListMutations } from './list-mutations.resolver.ts';
import { OrganizationResolver, OrganizationVersionResolver } from './organization.resolver.ts';
import { OrganizationContactsResolver } from './organization-contacts.resolver.ts';
import { TownOrganizationListsResolver } from './organization-lists.resolver.ts';
import { OrganizationMutations } from './organization-mutations.resolver.ts';
import { TownOrganizationsResolver } from './town-organizations.resolver.ts';

/** All that resolves what the schema says of organisations. */
export const resolvers = [
  OrganizationContactsResolver,
  OrganizationListMutations,
  OrganizationMutations,
  OrganizationResolver,
  OrganizationVersionResolver,
  TownOrganizationListsResolver,
  TownOrganizationsResolver,
];
