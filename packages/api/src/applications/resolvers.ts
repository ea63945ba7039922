import {
  ApplicationConsentResolver,
  ApplicationResolver,
  TownConsentsResolver,
  ViewerApplicationsResolver,
} from './application.resolver.ts';
import { ApplicationMutations } from './application-mutations.resolver.ts';

/** All that resolves what the schema says of applications. */
export const resolvers = [
  ApplicationConsentResolver,
  ApplicationMutations,
  ApplicationResolver,
  TownConsentsResolver,
  ViewerApplicationsResolver,
];
