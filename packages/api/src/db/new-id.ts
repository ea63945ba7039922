import { v7 } from 'uuid';

/**
 * A new id, which sorts after every other that this process has made: lists end with `order by id` where what was made
 * first comes first. Node's own `randomUUIDv7` has nothing but chance after the millisecond, so about half of the ids
 * of one millisecond come out of order; `uuid` counts on within it, also while the clock goes back.
 */
export function newId(): string {
  return v7();
}
