import { TownEventResolver } from './town-event.resolver.ts';

/** All that resolves what the schema says of a town's events. */
export const resolvers = [TownEventResolver];
