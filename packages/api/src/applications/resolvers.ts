import {
  ApplicationConsentResolver,
  ApplicationResolver,
  TownConsentsResolver,
  ViewerApplicationsResolver,
} from './application.resolver.ts';
import { ApplicationChangeResolver, TownApplicationChangesResolver } from './application-change.resolver.ts';
import { ApplicationMutations } from './application-mutations.resolver.ts';
import { ApplicationGrantResolver, ViewerGrantsResolver } from './grant.resolver.ts';

/** All that resolves what the schema says of applications. */
export const resolvers = [
  ApplicationChangeResolver,
  ApplicationConsentResolver,
  ApplicationGrantResolver,
  ApplicationMutations,
  ApplicationResolver,
  TownApplicationChangesResolver,
  TownConsentsResolver,
  ViewerApplicationsResolver,
  ViewerGrantsResolver,
];
