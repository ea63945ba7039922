import { numberWithin } from './number.ts';

/** The last position that there is in a list which a town keeps. */
const lastPosition = 999;

/** A position in such a list, as given; undefined where none is. Errors: BAD_INPUT on input.position. */
export function readPosition(position: number | null | undefined): number | undefined {
  return numberWithin(position, [1, lastPosition], 'input.position') ?? undefined;
}

/** The position after those that are taken. */
export function nextPosition(taken: readonly { position: number }[]): number {
  return Math.min(Math.max(0, ...taken.map(({ position }) => position)) + 1, lastPosition);
}
