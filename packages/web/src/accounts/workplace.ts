import type { Assignment } from './viewer.ts';

/** The page a person starts their work on. */
export type Workplace =
  | { page: 'districts' }
  | { page: 'town'; code: string; first: string }
  | { page: 'choose'; towns: readonly { code: string; name: string; district: string }[] }
  | { page: 'none' };

/** With which page of a town a role begins its day; the others begin with the tree. */
const firstPages: Partial<Record<Assignment['role'], string>> = {
  TEAM_LEAD: 'due',
  TEAM_MEMBER: 'due',
  SOCIAL_WORKER: 'hotline',
  MEDIATOR: 'mediations',
  SOCIAL_PARTY_COMMITTEE: 'organizations',
  AUDITOR: 'readings',
};

/**
 * Chooses where to start from what somebody is assigned to: an office sees towns, town people their town, with what all
 * their roles there begin with.
 */
export function workplaceOf(assignments: readonly Pick<Assignment, 'role' | 'town'>[]): Workplace {
  if (assignments.some(({ role }) => role === 'PLATFORM_OPERATOR' || role === 'DISTRICT_OFFICE')) {
    return { page: 'districts' };
  }
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
