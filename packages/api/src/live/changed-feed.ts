import type { Changes } from '../db/changes.ts';

/** Which of somebody's towns have changed, by their codes. */
export interface FiguresChanged {
  towns: string[];
}

/** An event comes at most so often, in milliseconds. */
const every = 1000;

/**
 * The changes of some towns, by id and code, as they come: many within a second are one event. Where something may have been missed, all of
 * them count as changed. It ends with `signal`, or when whoever reads it stops.
 */
export function changedFeed(
  changes: Changes,
  codes: ReadonlyMap<number, string>,
  signal: AbortSignal,
): AsyncIterableIterator<FiguresChanged> {
  const pending = new Set<string>();
  let last = 0;
  let ended = false;
  let wake = () => {};

  const add = (towns: Iterable<number>) => {
    for (const town of towns) {
      const code = codes.get(town);
      if (code !== undefined) pending.add(code);
    }
    if (pending.size > 0) wake();
  };
  const leave = changes.watch({ changed: add, missed: () => add(codes.keys()) });
  const end = () => {
    ended = true;
    leave();
    signal.removeEventListener('abort', end);
    wake();
  };
  signal.addEventListener('abort', end, { once: true });

  /** Waits for a change, or for some time. */
  const wait = (most?: number) =>
    new Promise<void>((resolve) => {
      const timer = most === undefined ? undefined : setTimeout(resolve, most);
      wake = () => {
        if (most !== undefined && !ended) return;
        clearTimeout(timer);
        resolve();
      };
    });

  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (pending.size === 0 && !ended) await wait();
      const early = last + every - Date.now();
      if (early > 0 && !ended) await wait(early);
      if (ended) return { done: true, value: undefined };
      last = Date.now();
      const towns = [...pending].sort();
      pending.clear();
      return { done: false, value: { towns } };
    },
    async return() {
      end();
      return { done: true, value: undefined };
    },
  };
}
