import type { Orm } from '../db/orm.ts';
import type { Caller } from './caller.ts';

/** Points of a caller that a process holds, to spend them by itself. */
export interface Lease {
  /** The second of the database in which they were taken. */
  second: number;
  /** How many there were, and how many of them are not spent. */
  points: number;
  unspent: number;
  /** When they may be spent no more, by the clock of this process. */
  until: number;
}

/** What a process gives back, and what it asks for instead. */
interface Exchange {
  ended: Lease | undefined;
  /** What is not spent of that, and what operations did not use that took from earlier ones. */
  unspent: number;
  /** How many it needs, or else takes none, and how many it takes where there are so many. */
  needed: number;
  wanted: number;
}

/** The database keeps what is held for the second in which it was taken and for the next one; in milliseconds. */
const spendable = 1000;

/** Takes points of a caller's budget. Returns them, if any, and how many are free then for whoever takes next. */
export async function takePoints(
  orm: Orm,
  { name, capacity, restoresPerSecond }: Caller,
  { ended, unspent, needed, wanted }: Exchange,
): Promise<{ lease: Lease | undefined; free: number }> {
  const asked = performance.now();
  const { rows } = await orm.pool.query<{ taken: number; taken_in: number; free: number }>(
    'select taken, taken_in, free from app.take_points($1, $2, $3, $4, $5, $6, $7, $8)',
    [name, capacity, restoresPerSecond, ended?.second ?? 0, ended?.points ?? 0, unspent, needed, wanted],
  );
  const [row] = rows;
  if (!row) throw new Error('Points were asked for without an answer');
  const { taken, taken_in: second, free } = row;
  const lease = taken > 0 ? { second, points: taken, unspent: taken, until: asked + spendable } : undefined;
  return { lease, free };
}
