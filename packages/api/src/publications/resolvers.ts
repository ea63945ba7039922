import { MemberPublicationResolver, PublicationMutations, PublicationResolver } from './publication.resolver.ts';

/** All that resolves what the schema says of who agreed to be shown. */
export const resolvers = [MemberPublicationResolver, PublicationMutations, PublicationResolver];
