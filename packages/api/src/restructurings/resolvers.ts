import { FormerNamesResolver, LineageResolver, UnitLineageResolver } from './lineage.resolver.ts';
import { DependentResolver, RestructuringResolver } from './restructuring.resolver.ts';
import { RestructuringMutations } from './restructuring-mutations.resolver.ts';
import { TownRestructuringsResolver } from './town-restructurings.resolver.ts';
import { UnitMutations } from './unit-mutations.resolver.ts';

/** All that resolves what the schema says of restructurings. */
export const resolvers = [
  DependentResolver,
  FormerNamesResolver,
  LineageResolver,
  RestructuringMutations,
  RestructuringResolver,
  TownRestructuringsResolver,
  UnitLineageResolver,
  UnitMutations,
];
