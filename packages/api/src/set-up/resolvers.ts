import { SetUpMutations } from './set-up.resolver.ts';

/** All that resolves what the schema says of set up. */
export const resolvers = [SetUpMutations];
