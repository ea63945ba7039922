import { FigureResolver, TownFigureResolver } from './figure.resolver.ts';
import { FigureCallsResolver } from './figure-calls.resolver.ts';
import { FigureCoverageResolver } from './figure-coverage.resolver.ts';
import { FigureDeliberationsResolver } from './figure-deliberations.resolver.ts';
import { FigureInspectionsResolver } from './figure-inspections.resolver.ts';
import { FigurePairingsResolver } from './figure-pairings.resolver.ts';
import { FigurePatrolsResolver } from './figure-patrols.resolver.ts';
import { FigureRecordsResolver } from './figure-records.resolver.ts';

/** All that resolves what the schema says of figures. */
export const resolvers = [
  FigureCallsResolver,
  FigureCoverageResolver,
  FigureDeliberationsResolver,
  FigureInspectionsResolver,
  FigurePairingsResolver,
  FigurePatrolsResolver,
  FigureRecordsResolver,
  FigureResolver,
  TownFigureResolver,
];
