import { ReadingResolver, TownReadingsResolver } from './reading.resolver.ts';

/** All that resolves what the schema says of audit. */
export const resolvers = [ReadingResolver, TownReadingsResolver];
