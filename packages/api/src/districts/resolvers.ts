import { DistrictFiguresResolver } from './district-figures.resolver.ts';
import { DistrictSeriesResolver } from './district-series.resolver.ts';
import { TownsResolver } from './towns.resolver.ts';

/** All that resolves what the schema says of districts’ dashboards. */
export const resolvers = [TownsResolver, DistrictFiguresResolver, DistrictSeriesResolver];
