import { forbidden } from '../errors.ts';
import type { Actor } from './actor.ts';
import type { Permission } from './permissions.ts';
import { reachesTown } from './reach.ts';

/** The permissions with which people are counted by what they do or ask for, each with those that read what is counted; also of what only they count. */
const readsBehind: Partial<Record<Permission, readonly Permission[]>> = {
  'household:count': ['household:read', 'visit:read'],
  'request:count': ['request:read'],
  'call:count': ['call:read'],
  'relief:count': ['relief:read'],
  'pairing:count': ['pairing:read'],
  'pairing:read': ['pairing:read', 'category:read'],
  'programme:read': ['enrolment:read'],
  'deliberation:read': ['deliberation:record'],
  'deliberation:count': ['deliberation:record'],
  'petition:read': ['petition:read'],
  'mediation:read': ['mediation:read'],
};

/** Whether an indicator with this permission counts people, so that small numbers of it are suppressed. */
export function countsPeople(permission: Permission): boolean {
  return readsBehind[permission] !== undefined;
}

/**
 * Whether small numbers of people are suppressed for whoever asks (ADR 22): for a third party, which is an application, where it may
 * not read all of what is counted in the town, and so count it itself.
 */
export function suppressesSmall(actor: Actor, permission: Permission, townId: number): boolean {
  return missingBehind(actor, permission, townId).length > 0;
}

/** Refuses what would tell of small numbers that are suppressed for whoever asks. Errors: FORBIDDEN, with what it takes to read them. */
export function requireUnsuppressed(actor: Actor, permission: Permission, townId: number): void {
  const missing = missingBehind(actor, permission, townId);
  if (missing.length > 0) throw forbidden(missing, { town: townId });
}

function missingBehind(actor: Actor, permission: Permission, townId: number): readonly Permission[] {
  if (!actor.application) return [];
  return (readsBehind[permission] ?? []).filter((each) => !reachesTown(actor, each, townId));
}
