import { MediationResolver, TownMediationsResolver } from './mediation.resolver.ts';
import { MediationMutations } from './mediation-mutations.resolver.ts';
import { MediationEventResolver, MediationPartyResolver, MediationTalkResolver } from './mediation-parts.resolver.ts';

/** All that resolves what the schema says of mediations. */
export const resolvers = [
  MediationEventResolver,
  MediationMutations,
  MediationPartyResolver,
  MediationResolver,
  MediationTalkResolver,
  TownMediationsResolver,
];
