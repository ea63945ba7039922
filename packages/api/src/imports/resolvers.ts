import { ImportMutations, TownFileResolver } from './import.resolver.ts';

/** All that resolves what the schema says of imports. */
export const resolvers = [ImportMutations, TownFileResolver];
