import { Semaphore } from 'async-mutex';
import type { Context } from '../context.ts';
import { Refusal } from '../errors.ts';

/** Imports of one town that may wait for one another. */
const mostWaiting = 20;

/** A file of a whole town takes a good part of a process's memory, so one is worked on at a time. */
const turns = new Semaphore(1);
const underWay = new Map<number, number>();

/**
 * Works on a town's file when it is its turn: next is the town with fewest files under way, so that no town keeps the
 * others waiting for more than the file that is being worked on. Errors: LIMIT_EXCEEDED on input.town where 20 of that town wait.
 */
export async function inImportTurn<Result>(ctx: Context, town: number, work: () => Promise<Result>): Promise<Result> {
  const others = underWay.get(town) ?? 0;
  if (others >= mostWaiting) {
    throw new Refusal('LIMIT_EXCEEDED', 'tooManyImports', { field: 'input.town', values: { most: mostWaiting } });
  }
  underWay.set(town, others + 1);
  try {
    await ctx.endReading();
    return await turns.runExclusive(work, 1, -others);
  } finally {
    const left = (underWay.get(town) ?? 1) - 1;
    if (left > 0) underWay.set(town, left);
    else underWay.delete(town);
  }
}
