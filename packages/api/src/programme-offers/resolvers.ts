import {
  DistrictOffersResolver,
  OfferedProgrammeResolver,
  ProgrammeOfferMutations,
  ProgrammeOfferResolver,
  TownOffersResolver,
} from './programme-offer.resolver.ts';

/** All that resolves what the schema says of programmes that districts offer. */
export const resolvers = [
  DistrictOffersResolver,
  OfferedProgrammeResolver,
  ProgrammeOfferMutations,
  ProgrammeOfferResolver,
  TownOffersResolver,
];
