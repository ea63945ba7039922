import { setTimeout as pause } from 'node:timers/promises';
import type { Changes } from '../db/changes.ts';

/** Which of somebody's towns have changed, by their codes. */
export interface FiguresChanged {
  towns: string[];
}

/** An event comes at most so often, in milliseconds. */
const every = 1000;

/**
 * The changes of some towns, by id and code, as they come: many within a second are one event. Where something may have been missed, all of
 * them count as changed. It ends with `signal`.
 */
export async function* changedFeed(
  changes: Changes,
  codes: ReadonlyMap<number, string>,
  signal: AbortSignal,
): AsyncGenerator<FiguresChanged, void> {
  const pending = new Set<string>();
  let wake = () => {};
  const add = (towns: Iterable<number>) => {
    for (const town of towns) {
      const code = codes.get(town);
      if (code !== undefined) pending.add(code);
    }
    if (pending.size > 0) wake();
  };
  const leave = changes.watch({ changed: add, missed: () => add(codes.keys()) });
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    // It may have ended before this began.
    while (!signal.aborted) {
      if (pending.size > 0) {
        const towns = [...pending].sort();
        pending.clear();
        yield { towns };
        await pause(every, undefined, { signal }).catch(() => {});
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    leave();
  }
}
