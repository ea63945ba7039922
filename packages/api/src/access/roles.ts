import type { Permission } from './permissions.ts';

/**
 * How far a permission carries: the team that a role is held on (and its block), the unit with all under it or only what
 * is below it, the town, the district's towns, or the platform.
 */
export type Reach = 'team' | 'unit' | 'below' | 'town' | 'district' | 'platform';

type Grants = Partial<Record<Permission, Reach>>;

const seesTown: Grants = {
  'town:read': 'town',
  'unit:count': 'town',
  'unit:read': 'town',
  'restructuring:read': 'town',
  'team:read': 'town',
  'household:count': 'town',
  'request:count': 'town',
};

/** Every role with its permissions and how far each carries. The whole answer to "may this role do this?" */
export const roles = {
  PLATFORM_OPERATOR: {
    'town:read': 'platform',
    'town:set-up': 'platform',
    'unit:count': 'platform',
    'account:open': 'platform',
    'office:open': 'platform',
  },
  DISTRICT_OFFICE: {
    'town:read': 'district',
    'unit:count': 'district',
    'unit:read': 'district',
    'restructuring:read': 'district',
    'team:read': 'district',
    'household:count': 'district',
    'request:count': 'district',
  },
  TOWN_ADMINISTRATOR: {
    ...seesTown,
    'town:configure': 'town',
    'unit:open': 'town',
    'unit:rename': 'town',
    'unit:close': 'town',
    'unit:restructure': 'town',
    'overlay:manage': 'town',
    'household:read': 'town',
    'household:register': 'town',
    'resident:read': 'town',
    'resident:keep': 'town',
    'photo:add': 'town',
    'visit:read': 'town',
    'visit:record': 'town',
    'visit:withdraw': 'town',
    'visit:settle': 'town',
    'request:read': 'town',
    'request:raise': 'town',
    'request:handle': 'town',
    'request:classify': 'town',
    'request:follow-up': 'town',
    'request:configure': 'town',
    'petition:read': 'town',
    'petition:record': 'town',
    'petition:handle': 'town',
    'petition:extend': 'town',
    'mediation:read': 'town',
    'mediation:record': 'town',
    'category:read': 'town',
    'category:assign': 'town',
    'team:form': 'town',
    'team:rename': 'town',
    'team:disband': 'town',
    'team:staff': 'town',
    'person:read': 'town',
    'person:register': 'town',
    'officer:appoint': 'town',
    'tree:import': 'town',
    'household:import': 'town',
    'tree:export': 'town',
    'finding:read': 'town',
    'account:read': 'town',
    'account:open': 'town',
    'account:assign': 'town',
    'account:link': 'town',
    'account:reset': 'town',
  },
  UNIT_OFFICER: {
    ...seesTown,
    'unit:open': 'unit',
    'unit:rename': 'below',
    'unit:close': 'below',
    'household:read': 'unit',
    'household:register': 'unit',
    'resident:read': 'unit',
    'resident:keep': 'unit',
    'photo:add': 'town',
    'visit:read': 'unit',
    'visit:record': 'unit',
    'visit:withdraw': 'unit',
    'visit:settle': 'unit',
    'request:read': 'unit',
    'request:raise': 'unit',
    'request:handle': 'unit',
    'request:classify': 'unit',
    'request:follow-up': 'unit',
    'petition:read': 'unit',
    'petition:record': 'unit',
    'petition:handle': 'unit',
    'mediation:read': 'unit',
    'mediation:record': 'unit',
    'category:read': 'unit',
    'category:assign': 'unit',
    'team:form': 'unit',
    'team:rename': 'unit',
    'team:disband': 'unit',
    'team:staff': 'unit',
    'person:read': 'unit',
    'person:register': 'town',
    'finding:read': 'unit',
  },
  TEAM_LEAD: {
    ...seesTown,
    'team:staff': 'team',
    'household:read': 'team',
    'household:register': 'team',
    'resident:read': 'team',
    'resident:keep': 'team',
    'photo:add': 'town',
    'visit:read': 'team',
    'visit:record': 'team',
    'visit:withdraw': 'team',
    'visit:settle': 'team',
    'request:read': 'team',
    'request:raise': 'team',
    'request:handle': 'team',
    'request:classify': 'team',
    'request:follow-up': 'team',
    'category:read': 'team',
    'category:assign': 'team',
    'person:read': 'team',
    'person:register': 'town',
  },
  TEAM_MEMBER: {
    ...seesTown,
    'household:read': 'team',
    'resident:read': 'team',
    'resident:keep': 'team',
    'photo:add': 'town',
    'visit:read': 'team',
    'visit:record': 'team',
    'request:read': 'team',
    'request:raise': 'team',
    'request:handle': 'team',
    'request:follow-up': 'team',
    'category:read': 'team',
    'category:assign': 'team',
    'person:read': 'team',
  },
  MEDIATOR: {
    ...seesTown,
    'mediation:read': 'unit',
    'mediation:record': 'unit',
    'person:read': 'unit',
    'person:register': 'town',
  },
  AUDITOR: { ...seesTown, 'audit:read': 'town' },
  PUBLIC: {},
} as const satisfies Record<string, Grants>;

export type Role = keyof typeof roles;

/** The permissions of one role with their reach. */
export function grantsOf(role: Role): Grants {
  return roles[role];
}

/**
 * What whoever is in charge of an overlay's block may do with the households that it holds. All else about a household is
 * for those in charge of its geographic block.
 */
export const throughOverlays: ReadonlySet<Permission> = new Set([
  'household:read',
  'visit:read',
  'visit:record',
  'request:read',
  'request:raise',
  'resident:read',
  'resident:keep',
  'category:read',
  'category:assign',
]);

/** Which roles of a town the holder of `account:open` or `account:assign` may give. The operator opens the first door. */
export const mayGive: Partial<Record<Role, readonly Role[]>> = {
  PLATFORM_OPERATOR: ['TOWN_ADMINISTRATOR'],
  TOWN_ADMINISTRATOR: ['TOWN_ADMINISTRATOR', 'UNIT_OFFICER', 'TEAM_LEAD', 'TEAM_MEMBER', 'MEDIATOR', 'AUDITOR'],
};
