import { StoredOperationResolver } from './stored-operation.resolver.ts';

/** All that resolves what the schema says of stored operations. */
export const resolvers = [StoredOperationResolver];
