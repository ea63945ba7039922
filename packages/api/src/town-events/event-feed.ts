import { setTimeout as pause } from 'node:timers/promises';
import { changesOf } from '../db/changes.ts';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import type { WebhookEvent } from '../webhooks/webhook-events.ts';
import type { Place } from './cursor.ts';
import { type EventRow, eventsAfter, mostRead, placeNow } from './event-rows.ts';

/** How often it looks without having heard of a change, in milliseconds: what was not heard of comes so late at the most. */
const every = 5000;

/**
 * The events of a town after a place, or from now on, as they come: read soon after each change that is heard of. A place that was told
 * of is left only for the next event, so nothing is missed where it begins again from there. It ends with `signal`.
 */
export async function* eventFeed(
  orm: Orm,
  { town, events, after }: { town: number; events: readonly WebhookEvent[]; after: Place | undefined },
  signal: AbortSignal,
): AsyncGenerator<EventRow, void> {
  let heard = new AbortController();
  const hear = (towns?: readonly number[]) => {
    if (!towns || towns.includes(town)) heard.abort();
  };
  const leave = changesOf(orm).watch({ changed: hear, missed: () => hear() });
  const read = <T>(work: Parameters<typeof atDesk<T>>[4]) =>
    atDesk(orm, { role: 'app_town', town }, new Date(), 'read', work);
  try {
    let place = after ?? (await read(placeNow));
    while (!signal.aborted) {
      heard = new AbortController();
      // While the database is away there is nothing to tell; what comes meanwhile is told then.
      const rows = await read((desk) => eventsAfter(desk, place, events)).catch((): EventRow[] => []);
      for (const row of rows) {
        yield row;
        place = { committedBy: row.committed_by, seq: row.seq };
      }
      if (rows.length < mostRead) {
        await pause(every, undefined, { signal: AbortSignal.any([heard.signal, signal]), ref: false }).catch(() => {});
      }
    }
  } finally {
    leave();
  }
}
