import type { Seat } from '../db/door.ts';
import type { Actor } from './actor.ts';

/** The towns whose existence an actor may know of. */
export function townsOf(actor: Actor): 'all' | ReadonlySet<number> {
  if (actor.offices.some((office) => office.districtCode === null)) return 'all';
  return new Set([
    ...actor.assignments.map((assignment) => assignment.townId),
    ...actor.offices.flatMap((office) => office.towns),
  ]);
}

/** The seat from which an actor reads a town, or undefined where nothing of it is open to them. */
export function seatFor(actor: Actor, townId: number): Seat | undefined {
  if (actor.assignments.some((assignment) => assignment.townId === townId)) return { role: 'app_town', town: townId };
  const above = seatAbove(actor);
  if (above?.role === 'app_district') return above.towns.includes(townId) ? above : undefined;
  return above;
}

/** The seat from which an actor reads across towns, or undefined for people of single towns. */
export function seatAbove(actor: Actor): Seat | undefined {
  if (actor.offices.some((office) => office.districtCode === null)) return { role: 'app_platform' };
  const towns = [...new Set(actor.offices.flatMap((office) => office.towns))].sort((a, b) => a - b);
  if (actor.offices.length > 0) return { role: 'app_district', towns };
  // An application that acts for itself reads across the towns that have consented, as a district office reads across its own.
  const consented = actor.assignments.flatMap(({ role, townId }) => (role === 'APPLICATION' ? [townId] : []));
  return consented.length > 0 ? { role: 'app_district', towns: consented } : undefined;
}
