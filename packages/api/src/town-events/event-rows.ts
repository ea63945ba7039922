import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { subjects, WebhookEvent } from '../webhooks/webhook-events.ts';
import type { Place } from './cursor.ts';

/** Events that are read at once, and deleted at once at the most. */
export const mostRead = 100;
const mostForgotten = 10_000;

/** An event as it is stored. */
export interface EventRow {
  id: string;
  committed_by: string;
  seq: number;
  event: WebhookEvent;
  about: (typeof subjects)[number];
  object_id: string;
  object_version: number | null;
  happened_at: Date;
}

/** The place before what is not over yet: whoever begins here is told of all that comes. One statement. */
export async function placeNow({ db }: Desk): Promise<Place> {
  const { rows } = await sql<{ xmin: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Error('PostgreSQL did not tell its snapshot');
  return { committedBy: row.xmin, seq: 0 };
}

/**
 * The next events of the desk's town after a place, in their order. Those that were committed while an earlier transaction is under way wait
 * for that one, which may have events too: so whoever goes on from the last event misses none. One statement.
 */
export async function eventsAfter(
  { db, town }: Desk,
  { committedBy, seq }: Place,
  events: readonly WebhookEvent[],
): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select id, committed_by::text, seq::float8 as seq, event, about, object_id, object_version, happened_at from town_event
    where town_id = ${town} and event = any (${events}::text[])
      and committed_by >= ${committedBy}::xid8 and (committed_by, seq) > (${committedBy}::xid8, ${seq})
      and committed_by < pg_snapshot_xmin(pg_current_snapshot())
    order by committed_by, seq limit ${mostRead}`.execute(db);
  return rows;
}

/** Deletes the oldest events that are kept no longer: the policy of the platform lets it see no others. */
export async function forgetEvents({ db }: Desk): Promise<void> {
  await sql`
    delete from town_event where (town_id, id) in (
      select town_id, id from town_event where happened_at < now() - interval '30 days'
      order by happened_at limit ${mostForgotten})`.execute(db);
}
