import type { Basis, CoverageRate, OrganizationClass } from '../generated/graphql.ts';
import { organizationClasses } from '../organizations/organization.ts';
import { withChange } from '../ui/useAddress.ts';

/** The indicators of coverage by their codes, without the class at their end, each with the rate that it is. */
const stems: Readonly<Record<string, CoverageRate | null>> = {
  organization: null,
  establishment: 'ESTABLISHMENT',
  'organization-coverage': 'ORGANIZATION_COVERAGE',
  'work-coverage': 'WORK_COVERAGE',
};

interface Figure {
  /** The code of the indicator. */
  indicator: string;
  /** The unit; null for the town. */
  unit: string | null;
  on: string;
  basis: Basis;
  /** The kind of organisations; all of those of the indicator unless told. */
  kind?: string;
}

/** The address of the page that names what makes up a figure of coverage; null for any other, and for a basis that it has not. */
export function coverageOf(town: string, { indicator, unit, on, basis, kind }: Figure): string | null {
  const asked = askedBy(indicator);
  if (!asked || basis === 'AS_OF') return null;
  const params = withChange(new URLSearchParams({ on, basis }), { ...asked, unit, kind, by: 'UNIT' });
  return `/towns/${town}/coverage?${params}`;
}

function askedBy(code: string): { rate: CoverageRate | null; class: OrganizationClass | null } | undefined {
  for (const [stem, rate] of Object.entries(stems)) {
    if (code === stem) return { rate, class: null };
    const of = organizationClasses.find((each) => code === `${stem}-${each.toLowerCase().replaceAll('_', '-')}`);
    if (of) return { rate, class: of };
  }
  return undefined;
}
