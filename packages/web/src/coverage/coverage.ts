import type { CoverageWay } from '../generated/graphql.ts';

/** The ways in which a Party organisation covers an organisation, those that establish one in it first. */
export const coverageWays: readonly CoverageWay[] = ['INDEPENDENT', 'JOINT', 'BY_INDUSTRY', 'BY_AREA', 'AFFILIATED'];
