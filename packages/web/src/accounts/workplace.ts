import type { Assignment } from './viewer.ts';

/** The page a person starts their work on; `code` is that of a district, or of all where it is null. */
export type Workplace =
  | { page: 'districts'; code: string | null }
  | { page: 'town'; code: string; first: string }
  | { page: 'choose'; towns: readonly { code: string; name: string; district: string }[] }
  | { page: 'none' };

/** With which page of a town a role begins its day; the others begin with the tree. */
const firstPages: Partial<Record<Assignment['role'], string>> = {
  TEAM_LEAD: 'due',
  TEAM_MEMBER: 'due',
  SOCIAL_WORKER: 'hotline',
  MEDIATOR: 'mediations',
  INSPECTOR: 'inspections',
  SOCIAL_PARTY_COMMITTEE: 'organizations',
  AUDITOR: 'readings',
};

/**
 * Chooses where to start from what somebody is assigned to: an office sees towns, town people their town, with what all
 * their roles there begin with.
 */
export function workplaceOf(assignments: readonly Pick<Assignment, 'role' | 'town' | 'district'>[]): Workplace {
  if (assignments.some(({ role }) => role === 'PLATFORM_OPERATOR')) return { page: 'districts', code: null };
  const office = assignments.find(({ role }) => role === 'DISTRICT_OFFICE');
  if (office) return { page: 'districts', code: office.district?.code ?? null };
  const towns = new Map<string, { code: string; name: string; district: string }>();
  for (const { town } of assignments) {
    if (town) towns.set(town.code, { code: town.code, name: town.name, district: town.district.name });
  }
  const [first, second] = [...towns.values()];
  if (!first) return { page: 'none' };
  if (second) return { page: 'choose', towns: [...towns.values()] };
  const pages = new Set(assignments.flatMap(({ role, town }) => (town ? [firstPages[role] ?? ''] : [])));
  const [page = ''] = pages;
  return { page: 'town', code: first.code, first: pages.size === 1 ? page : '' };
}
