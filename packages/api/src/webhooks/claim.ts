import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { type Deliverable, deliverable } from './message.ts';

/** A delivery that one attempt is made of. */
export interface Claimed extends Deliverable {
  id: string;
  lane: string;
  /** With this attempt. */
  attempts: number;
}

/** Whether nothing of its lane waits before a delivery `d`. */
const isFirst = sql`not exists (
  select from webhook_delivery earlier
  where earlier.town_id = d.town_id and earlier.global_endpoint_id = d.global_endpoint_id
    and earlier.state = 'WAITING' and earlier.lane = d.lane and earlier.seq < d.seq)`;

/**
 * Takes up to so many deliveries to an endpoint that are due: of each lane the first that waits, none of a lane that is under way.
 * Their attempt counts from here on. One statement.
 */
export async function claim(
  desk: Desk,
  endpoint: string,
  most: number,
  underWay: readonly string[],
): Promise<Claimed[]> {
  const columns = sql.join(['id', 'lane', 'attempts', ...deliverable].map((column) => sql.ref(`d.${column}`)));
  const { rows } = await sql<Claimed>`
    with next as (
      select town_id, id from webhook_delivery d
      where d.town_id = ${desk.town} and d.global_endpoint_id = ${endpoint} and d.state = 'WAITING' and d.due_at <= now()
        and d.lane <> all (${underWay}::uuid[]) and ${isFirst}
      order by d.due_at limit ${most} for update skip locked)
    update webhook_delivery d set attempts = d.attempts + 1, attempted_at = now() from next
    where d.town_id = next.town_id and d.id = next.id returning ${columns}`.execute(desk.db);
  return rows;
}

/** Withholds deliveries that were claimed and may not be told any more. One statement. */
export async function withhold(desk: Desk, claimed: readonly Claimed[]): Promise<void> {
  await desk.db
    .updateTable('webhook_delivery')
    .set((row) => ({ state: 'WITHHELD' as const, attempts: row('attempts', '-', 1) }))
    .where('town_id', '=', desk.town)
    .where(
      'id',
      'in',
      claimed.map(({ id }) => id),
    )
    .execute();
}

/** Withholds all that waits for an endpoint that is told nothing any more. One statement. */
export async function withholdAll(desk: Desk, endpoint: string): Promise<void> {
  await desk.db
    .updateTable('webhook_delivery')
    .set({ state: 'WITHHELD' })
    .where('town_id', '=', desk.town)
    .where('global_endpoint_id', '=', endpoint)
    .where('state', '=', 'WAITING')
    .execute();
}

/** When something can be claimed next for an endpoint in the desk's town, late or not; undefined where nothing waits. One statement. */
export async function nextDue(desk: Desk, endpoint: string): Promise<Date | undefined> {
  const { rows } = await sql<{ due_at: Date }>`
    select d.due_at from webhook_delivery d
    where d.town_id = ${desk.town} and d.global_endpoint_id = ${endpoint} and d.state = 'WAITING' and ${isFirst}
    order by d.due_at limit 1`.execute(desk.db);
  return rows[0]?.due_at;
}
