import { IndicatorResolver, IndicatorVersionResolver } from './indicator.resolver.ts';

/** All that resolves what the schema says of indicators. */
export const resolvers = [IndicatorResolver, IndicatorVersionResolver];
