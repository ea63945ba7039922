import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { holdsIn } from '../access/reach.ts';
import { suppressesSmall } from '../access/small-numbers.ts';
import { inFives, suppressedBelow } from './suppressed.ts';

/**
 * How counts under a permission are told to whoever asks: not at all without it in the town; as they are; or, where small numbers are
 * suppressed for them there (ADR 22), in fives, and below that not at all.
 */
export function toldTo(actor: Actor, permission: Permission, townId: number): (count: number) => number | null {
  if (!holdsIn(actor, permission, townId)) return () => null;
  return suppressesSmall(actor, permission, townId) ? inFives : (count) => count;
}

/** A count as it is told, within a text. */
export function inWords(told: number | null): number | string {
  return told ?? `<${suppressedBelow}`;
}
