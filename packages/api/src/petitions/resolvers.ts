import { PetitionResolver } from './petition.resolver.ts';
import { PetitionMutations } from './petition-mutations.resolver.ts';
import {
  PetitionEventResolver,
  PetitionerResolver,
  PetitionGroupMemberResolver,
  PetitionMeetingResolver,
  PetitionPartyResolver,
} from './petition-parts.resolver.ts';
import { RequestPetitionResolver, TownPetitionsResolver } from './town-petitions.resolver.ts';

/** All that resolves what the schema says of petitions. */
export const resolvers = [
  PetitionEventResolver,
  PetitionGroupMemberResolver,
  PetitionMeetingResolver,
  PetitionMutations,
  PetitionPartyResolver,
  PetitionResolver,
  PetitionerResolver,
  RequestPetitionResolver,
  TownPetitionsResolver,
];
