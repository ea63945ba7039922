import { forbidden } from '../errors.ts';
import type { Actor, HeldAssignment } from './actor.ts';
import type { Reach } from './grants.ts';
import { type Permission, permissionNames } from './permissions.ts';
import { grantsOf } from './roles.ts';
import { throughOverlays } from './through-overlays.ts';

/** A place in a town's tree: the unit, or teams with their block, and the units above it, nearest first. */
export interface Place {
  townId: number;
  /** The unit itself and all above it. Empty for the town as a whole. */
  units: readonly string[];
  /** The team, or for what a block holds all teams of the block. */
  teams?: readonly string[];
  /** For a household, the blocks of overlays that hold it beside its geographic one. */
  overlays?: readonly Place[];
}

/** Whether the actor holds the permission anywhere. Without it the answer is FORBIDDEN. */
export function holds(actor: Actor, permission: Permission): boolean {
  return (
    passes(actor, permission) &&
    (actor.assignments.some((assignment) => grantsOf(assignment.role)[permission] !== undefined) ||
      actor.offices.some((office) => grantsOf(officeRole(office.districtCode))[permission] !== undefined))
  );
}

/** Whether the application through which somebody asks leaves them a permission: in a town, or, without one, in any. */
export function passes({ application }: Actor, permission: Permission, townId?: number): boolean {
  if (!application) return true;
  if (!application.scopes.has(permission)) return false;
  if (townId !== undefined) return application.consents.get(townId)?.has(permission) === true;
  return [...application.consents.values()].some((consented) => consented.has(permission));
}

/** Whether the actor's permission reaches a place. Out of reach is answered NOT_FOUND. */
export function reaches(actor: Actor, permission: Permission, place: Place): boolean {
  const places = throughOverlays.has(permission) ? [place, ...(place.overlays ?? [])] : [place];
  return (
    passes(actor, permission, place.townId) &&
    (reachesFromAbove(actor, permission, place.townId) ||
      actor.assignments.some((held) => places.some((each) => assigned(held, permission, each))))
  );
}

/** Whether the actor's permission reaches the town as a whole. */
export function reachesTown(actor: Actor, permission: Permission, townId: number): boolean {
  return reaches(actor, permission, { townId, units: [] });
}

/** Whether the actor holds the permission in the town at all, be it for one team. */
export function holdsIn(actor: Actor, permission: Permission, townId: number): boolean {
  return (
    passes(actor, permission, townId) &&
    (reachesFromAbove(actor, permission, townId) ||
      actor.assignments.some((held) => held.townId === townId && grantsOf(held.role)[permission] !== undefined))
  );
}

/** Refuses what takes permissions in a town, held there at all. Errors: FORBIDDEN on `field`, with those that are missing. */
export function requireIn(actor: Actor, townId: number, asked: readonly Permission[], field?: string): void {
  const missing = asked.filter((permission) => !holdsIn(actor, permission, townId));
  if (missing.length > 0) throw forbidden(missing, { ...(field && { field }), town: townId });
}

/** All permissions of the actor that reach a place; the web draws its buttons from it. */
export function permissionsAt(actor: Actor, place: Place): Permission[] {
  return permissionNames.filter((permission) => reaches(actor, permission, place));
}

/** All permissions that the actor holds somewhere in a town; the web draws the pages of a town from it. */
export function permissionsIn(actor: Actor, townId: number): Permission[] {
  return permissionNames.filter((permission) => holdsIn(actor, permission, townId));
}

function reachesFromAbove(actor: Actor, permission: Permission, townId: number): boolean {
  return actor.offices.some((office) => {
    const reach = grantsOf(officeRole(office.districtCode))[permission];
    return reach === 'platform' || (reach === 'district' && office.towns.includes(townId));
  });
}

function assigned(held: HeldAssignment, permission: Permission, place: Place): boolean {
  if (held.townId !== place.townId) return false;
  const reach: Reach | undefined = grantsOf(held.role)[permission];
  if (reach === 'town') return true;
  if (reach === 'below') return held.unitId !== null && place.units.slice(1).includes(held.unitId);
  if (reach === 'unit') return held.unitId !== null && place.units.includes(held.unitId);
  return reach === 'team' && held.teamId !== null && place.teams?.includes(held.teamId) === true;
}

function officeRole(districtCode: string | null) {
  return districtCode === null ? 'PLATFORM_OPERATOR' : 'DISTRICT_OFFICE';
}
