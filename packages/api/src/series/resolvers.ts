import { TownSeriesResolver } from './series.resolver.ts';

/** All that resolves what the schema says of series. */
export const resolvers = [TownSeriesResolver];
