import { requireIdIn } from '../schema/global-id.ts';
import type { CountedOrganization, CoverageFilter } from './coverage-rates.type.ts';

/** A filter with the ids of the town that it names. */
type ReadFilter = Pick<CoverageFilter, 'class' | 'management' | 'hasMembers'> & {
  kinds: readonly string[] | null;
  industries: readonly string[] | null;
};

/** Reads what a filter names. Errors: NOT_FOUND on what is of no such type or of another town. */
export function readFilter(townId: number, { kind, industry, ...filter }: CoverageFilter): ReadFilter {
  const kinds = kind?.map((id, index) => requireIdIn(townId, id, 'OrganizationKind', `filter.kind.${index}`));
  const industries = industry?.map((id, index) => requireIdIn(townId, id, 'Industry', `filter.industry.${index}`));
  return { ...filter, kinds: kinds ?? null, industries: industries ?? null };
}

/** Whether an organisation counts for a unit, or with null for the town, and is such as a filter says. */
export function fits(
  { organization, path }: CountedOrganization,
  unit: string | null,
  { kinds, industries, management, hasMembers, ...filter }: ReadFilter,
): boolean {
  return (
    (unit === null || path.includes(unit)) &&
    (filter.class == null || filter.class.includes(organization.class)) &&
    (kinds === null || kinds.includes(organization.kind_id)) &&
    (industries === null || (organization.industry_id !== null && industries.includes(organization.industry_id))) &&
    (management == null || organization.direct === (management === 'DIRECT')) &&
    (hasMembers == null || organization.has_members === hasMembers)
  );
}
