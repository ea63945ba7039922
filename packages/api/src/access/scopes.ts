import { type Permission, permissionNames } from './permissions.ts';

/** What no application ever gets: it would open doors to others, or to itself, or look over people's shoulders. */
const forPeopleOnly: ReadonlySet<Permission> = new Set([
  'town:set-up',
  'account:read',
  'account:open',
  'account:assign',
  'account:link',
  'account:reset',
  'office:open',
  'application:consent',
  'audit:read',
  // A district consents to nothing: towns alone do.
  'programme:offer',
]);

/** The permissions that applications may have: the scopes of the platform. */
export const scopes: readonly Permission[] = permissionNames.filter((permission) => !forPeopleOnly.has(permission));

/** The permission of a scope, by its name. */
export function scopeOf(name: string): Permission | undefined {
  return scopes.find((scope) => scope === name);
}

/** Those that open what is known of residents, or of owners of organisations: personal fields are read with them (personal-fields.ts). */
export const opensPersonalData: ReadonlySet<Permission> = new Set([
  'resident:read',
  'category:read',
  'visit:read',
  'visit:record',
  'request:read',
  'call:read',
  'petition:read',
  'mediation:read',
  'relief:read',
  'pairing:read',
  'enrolment:read',
  'organization:contact',
  'organization:export',
]);
