import type { Permission } from './permissions.ts';

/**
 * How far a permission carries: the team that a role is held on (and its block), the unit with all under it or only what
 * is below it, the town, the district's towns, or the platform.
 */
export type Reach = 'team' | 'unit' | 'below' | 'town' | 'district' | 'platform';

/** Permissions, and how far each carries. */
export type Grants = Partial<Record<Permission, Reach>>;
