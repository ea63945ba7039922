import type { Grants } from './grants.ts';
import { scopes } from './scopes.ts';
import { townRoles } from './town-roles.ts';

/** An application that acts for itself has all of a town that its token and the town's consent say (reach.ts). */
const ofScopes: Grants = Object.fromEntries(scopes.map((scope) => [scope, 'town']));

/** Every role with its permissions and how far each carries. The whole answer to "may this role do this?" */
export const roles = {
  PLATFORM_OPERATOR: {
    'town:read': 'platform',
    'town:set-up': 'platform',
    'unit:count': 'platform',
    'summary:read': 'platform',
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
    'call:count': 'district',
    'patrol:count': 'district',
    'inspection:count': 'district',
    'deliberation:count': 'district',
    'project:count': 'district',
    'relief:count': 'district',
    'pairing:count': 'district',
    'organization:read': 'district',
    'party:read': 'district',
    'coverage:count': 'district',
    'figure:read': 'district',
    'programme:offer': 'district',
  },
  ...townRoles,
  APPLICATION: ofScopes,
  PUBLIC: {},
} as const satisfies Record<string, Grants>;

export type Role = keyof typeof roles;

/** The permissions of one role with their reach. */
export function grantsOf(role: Role): Grants {
  return roles[role];
}

/** Which roles of a town the holder of `account:open` or `account:assign` may give. The operator opens the first door. */
export const mayGive: Partial<Record<Role, readonly Role[]>> = {
  PLATFORM_OPERATOR: ['TOWN_ADMINISTRATOR'],
  TOWN_ADMINISTRATOR: [
    'TOWN_ADMINISTRATOR',
    'UNIT_OFFICER',
    'TEAM_LEAD',
    'TEAM_MEMBER',
    'MEDIATOR',
    'SOCIAL_WORKER',
    'INSPECTOR',
    'SOCIAL_PARTY_COMMITTEE',
    'AUDITOR',
  ],
};
