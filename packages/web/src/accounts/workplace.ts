import type { Assignment } from './viewer.ts';

/** The page a person starts their work on. */
export type Workplace =
  | { page: 'districts' }
  | { page: 'town'; code: string }
  | { page: 'choose'; towns: readonly { code: string; name: string; district: string }[] }
  | { page: 'none' };

/** Chooses where to start from what somebody is assigned to: an office sees towns, town people their town. */
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
  return second ? { page: 'choose', towns: [...towns.values()] } : { page: 'town', code: first.code };
}
