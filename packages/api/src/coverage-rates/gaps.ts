import type { CoveredOrganization } from './organizations-on.ts';
import type { CoverageRate } from './rates.ts';
import { type Remedy, remediesFor } from './remedies.ts';
import type { EndedLink, TownCoverage } from './town-coverage.ts';

/** Why a rate does not count an organisation. */
export const gapReasons = [
  'LINK_ENDED',
  'NO_PARTY_MEMBERS',
  'NO_PARTY_ORGANIZATION',
  'ONLY_INCLUDED',
  'ONLY_WORK_COVERAGE',
  'NOBODY_ASSIGNED',
] as const;
export type GapReason = (typeof gapReasons)[number];

/** An organisation that a rate misses: why, and what would mend it. */
export interface Gap {
  organization: CoveredOrganization;
  reasons: readonly GapReason[];
  /** The last link that ended, where one did. */
  ended: EndedLink | null;
  remedies: readonly Remedy[];
}

/** The gap of an organisation in a rate that does not count it. */
export function gapOf(organization: CoveredOrganization, rate: CoverageRate, town: TownCoverage): Gap {
  const ended = town.ended.get(organization.id) ?? null;
  const remedies = remediesFor(organization, rate, town);
  if (rate === 'WORK_COVERAGE') return { organization, reasons: ['NOBODY_ASSIGNED'], ended: null, remedies };
  const reasons: GapReason[] = [];
  if (ended) reasons.push('LINK_ENDED');
  if (organization.party_members === 0) reasons.push('NO_PARTY_MEMBERS');
  else if (!organization.covered) reasons.push('NO_PARTY_ORGANIZATION');
  if (organization.covered) reasons.push('ONLY_INCLUDED');
  else if (organization.worked) reasons.push('ONLY_WORK_COVERAGE');
  return { organization, reasons, ended, remedies };
}
