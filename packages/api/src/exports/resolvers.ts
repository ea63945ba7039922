import { ApplicationExportsResolver, ExportResolver, TownExportsResolver } from './export.resolver.ts';
import { ExportMutations } from './export-mutations.resolver.ts';

/** All that resolves what the schema says of exports. */
export const resolvers = [ApplicationExportsResolver, ExportMutations, ExportResolver, TownExportsResolver];
