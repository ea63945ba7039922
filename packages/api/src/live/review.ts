import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '../access/actor.ts';
import { changesOf } from '../db/changes.ts';
import type { StreamContext } from './stream-context.ts';

/** How often it is asked whether a token still speaks for its account, in milliseconds. */
const every = 10_000;
/** How long after it was asked because of a change it is asked because of the next. */
const again = 1500;

/**
 * Ends a subscription with the right to it: soon after a town has withdrawn its consent, since of an application it is asked anew after each change that is
 * heard of in a town of which the subscription tells, and after some seconds where something else has ended. Returns what asks no more.
 */
export function review(
  context: StreamContext,
  reread: (manner: { anew: boolean }) => Promise<Actor | undefined>,
): () => void {
  const ask = (manner: { anew: boolean }) =>
    reread(manner).then(
      (actor) => context.review(actor),
      // The database is away: it is asked again.
      () => {},
    );
  let isHeard = false;
  let isAsking = false;
  const hear = async () => {
    isHeard = true;
    if (isAsking) return;
    isAsking = true;
    while (isHeard && !context.signal.aborted) {
      isHeard = false;
      await ask({ anew: true });
      await pause(again, undefined, { ref: false });
    }
    isAsking = false;
  };
  const timer = setInterval(() => void ask({ anew: false }), every).unref();
  const leave = changesOf(context.orm).watch({
    changed: (towns) => {
      if (context.actor?.application && context.isOf(towns)) void hear();
    },
    missed: () => void hear(),
  });
  return () => {
    clearInterval(timer);
    leave();
  };
}
