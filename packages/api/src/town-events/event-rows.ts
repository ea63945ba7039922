import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { neededFor, type TownEventName, type townSubjects } from '../webhooks/webhook-events.ts';
import { keptDays, type Place } from './cursor.ts';

/** Events that are read at once, and deleted at once at the most. */
export const mostRead = 100;
const mostForgotten = 10_000;

/** An event as it is stored. */
export interface EventRow {
  id: string;
  epoch: string;
  committed_by: string;
  seq: number;
  event: TownEventName;
  about: (typeof townSubjects)[number];
  object_id: string;
  object_version: number | null;
  happened_at: Date;
}

/** Whom events are told, and which. */
export interface Listening {
  town: number;
  /** The key of the application. */
  application: string;
  events: readonly TownEventName[];
}

/** What there is to be told of at a moment. */
export interface Standing {
  /** The place before what is not over yet: whoever begins here is told of all that comes. */
  now: Place;
  /** Since when the town has let the application know of an event, without a break; those that it does not let it know are missing. */
  since: ReadonlyMap<TownEventName, Date>;
}

/** How the events of a town stand for an application. One statement. */
export async function standingOf({ db }: Desk, { town, application, events }: Listening): Promise<Standing> {
  const scopes = events.map((event) => neededFor[event]);
  // A consent that takes the place of another one goes on with it.
  const { rows } = await sql<{ epoch: string; xmin: string; event: TownEventName | null; since: Date | null }>`
    select app.event_epoch() as epoch, pg_snapshot_xmin(pg_current_snapshot())::text as xmin, n.event, n.since
    from (values (1)) as one left join (
      select asked.event, max(c.told_from) as since
      from unnest(${events}::text[], ${scopes}::text[]) as asked (event, scope)
      join application_consent c on c.global_application_id = ${application} and asked.scope = any (c.scopes)
      where c.town_id = ${town} and not exists (
        select from application_consent p
        where p.town_id = c.town_id and p.global_application_id = c.global_application_id and asked.scope = any (p.scopes)
          and p.granted_at < c.granted_at and coalesce(p.ended_at, 'infinity') >= c.granted_at
          and coalesce(p.valid_to::timestamp at time zone 'Asia/Shanghai', 'infinity') >= c.granted_at)
      group by asked.event
    ) as n on true`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('PostgreSQL did not tell its snapshot');
  const since = rows.flatMap((each) => (each.event && each.since ? [[each.event, each.since] as const] : []));
  return { now: { epoch: row.epoch, committedBy: row.xmin, seq: 0 }, since: new Map(since) };
}

/**
 * The next events of the desk's town after a place, in their order, as far as the application may be told of them. Those that were committed while
 * an earlier transaction is under way wait for that one, which may have events too: so whoever goes on from the last event misses none. One statement.
 */
export async function eventsAfter(
  { db, town }: Desk,
  { epoch, committedBy, seq }: Place,
  since: Standing['since'],
): Promise<EventRow[]> {
  const open: RawBuilder<boolean>[] = [...since].map(
    ([event, from]) => sql`(event = ${event} and happened_at >= ${from})`,
  );
  if (open.length === 0) return [];
  const { rows } = await sql<EventRow>`
    select id, epoch, committed_by::text, seq::float8 as seq, event, about, object_id, object_version, happened_at from town_event
    where town_id = ${town} and epoch = ${epoch} and (${sql.join(open, sql` or `)})
      and happened_at > now() - ${keptDays} * interval '1 day'
      and committed_by >= ${committedBy}::xid8 and (committed_by, seq) > (${committedBy}::xid8, ${seq})
      and committed_by < pg_snapshot_xmin(pg_current_snapshot())
    order by committed_by, seq limit ${mostRead}`.execute(db);
  return rows;
}

/** Deletes the oldest events that are kept no longer: the policy of the platform lets it see no others. */
export async function forgetEvents({ db }: Desk): Promise<void> {
  await sql`
    delete from town_event where (town_id, id) in (
      select town_id, id from town_event where happened_at < now() - ${keptDays} * interval '1 day'
      order by happened_at limit ${mostForgotten})`.execute(db);
}
