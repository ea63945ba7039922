import { DraftResolver } from './draft.resolver.ts';
import { DraftMutations } from './draft-mutations.resolver.ts';

/** All that resolves what the schema says of drafts. */
export const resolvers = [DraftMutations, DraftResolver];
