import {
  CoverageLinkResolver,
  OrganizationCoverageResolver,
  PartyOrganizationCoverageResolver,
} from './coverage.resolver.ts';
import { CoverageMutations } from './coverage-mutations.resolver.ts';
import { PartyOrganizationMutations } from './party-mutations.resolver.ts';

/** All that resolves what the schema says of coverage. */
export const resolvers = [
  CoverageLinkResolver,
  OrganizationCoverageResolver,
  PartyOrganizationCoverageResolver,
  CoverageMutations,
  PartyOrganizationMutations,
];
