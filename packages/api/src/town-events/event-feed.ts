import { setTimeout as pause } from 'node:timers/promises';
import { changesOf } from '../db/changes.ts';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import type { Place } from './cursor.ts';
import { type EventRow, eventsAfter, type Listening, mostRead, standingOf } from './event-rows.ts';

/** How often it looks without having heard of a change, in milliseconds: what was not heard of comes so late at the most. */
const every = 5000;

/**
 * The events of a town after a place as they come: read soon after each change that is heard of. A place that was told of is left only for the
 * next event, so nothing is missed where it begins again from there. It ends with `signal`, and where the database begins to count anew.
 */
export async function* eventFeed(
  orm: Orm,
  listening: Listening,
  from: Place,
  signal: AbortSignal,
): AsyncGenerator<EventRow, void> {
  let heard = new AbortController();
  const hear = (towns?: readonly number[]) => {
    if (!towns || towns.includes(listening.town)) heard.abort();
  };
  const leave = changesOf(orm).watch({ changed: hear, missed: () => hear() });
  const look = (place: Place) =>
    atDesk(orm, { role: 'app_town', town: listening.town }, new Date(), 'read', async (desk) => {
      const standing = await standingOf(desk, listening);
      return { ...standing, rows: await eventsAfter(desk, place, standing.since) };
    });
  try {
    let place = from;
    while (!signal.aborted) {
      heard = new AbortController();
      // While the database is away there is nothing to tell; what comes meanwhile is told then.
      const seen = await look(place).catch(() => undefined);
      if (seen && seen.now.epoch !== place.epoch) return;
      for (const row of seen?.rows ?? []) {
        yield row;
        place = placeOf(row);
      }
      if (seen?.rows.length === mostRead) continue;
      // All up to now is told or not for who listens, and need not be looked through again.
      if (seen) place = seen.now;
      await pause(every, undefined, { signal: AbortSignal.any([heard.signal, signal]), ref: false }).catch(() => {});
    }
  } finally {
    leave();
  }
}

/** The place after an event. */
export function placeOf({ epoch, committed_by: committedBy, seq }: EventRow): Place {
  return { epoch, committedBy, seq };
}
