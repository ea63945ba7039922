import { FindingResolver } from './finding.resolver.ts';
import { PartyFindingResolver } from './party-finding.resolver.ts';

/** All that resolves what the schema says of findings. */
export const resolvers = [FindingResolver, PartyFindingResolver];
