import { NoticeMutations, TeamNoticesResolver } from './notice.resolver.ts';

/** All that resolves what the schema says of notices. */
export const resolvers = [NoticeMutations, TeamNoticesResolver];
