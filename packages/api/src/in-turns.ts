import { setImmediate } from 'node:timers/promises';

/**
 * How long a long piece of work keeps all others waiting at once, in milliseconds. A query takes some fifteen turns, one for each
 * answer of the database, and waits at each.
 */
const atOnce = 2;

/** Goes through thousands of things so that others have their turn in between: the process has one thread for all. */
export async function* inTurns<Thing>(things: Iterable<Thing>): AsyncGenerator<Thing, void, undefined> {
  let began = performance.now();
  for (const thing of things) {
    yield thing;
    if (performance.now() - began < atOnce) continue;
    await setImmediate();
    began = performance.now();
  }
}
