import {
  PeopleMutations,
  PersonResolver,
  PostResolver,
  TownPeopleResolver,
  UnitPostsResolver,
} from './people.resolver.ts';

/** All that resolves what the schema says of people. */
export const resolvers = [PeopleMutations, PersonResolver, PostResolver, TownPeopleResolver, UnitPostsResolver];
