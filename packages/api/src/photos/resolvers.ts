import { PhotoResolver } from './photo.resolver.ts';

/** All that resolves what the schema says of photos. */
export const resolvers = [PhotoResolver];
