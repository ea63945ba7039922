import { OrganizationImportMutations, TownOrganizationFileResolver } from './organization-import.resolver.ts';

/** All that resolves what the schema says of organisation imports. */
export const resolvers = [OrganizationImportMutations, TownOrganizationFileResolver];
