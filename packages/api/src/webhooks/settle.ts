import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { Claimed } from './claim.ts';
import type { Attempt } from './post.ts';
import { longestFailing, waitAfter } from './schedule.ts';
import type { DeliveryState } from './webhook.entity.ts';

/** A delivery and what came of its attempt. */
export interface Attempted {
  delivery: Claimed;
  attempt: Attempt;
}

/** Whether an answer says that the delivery has arrived. */
function hasArrived({ status }: Attempt): boolean {
  return status !== null && status >= 200 && status <= 299;
}

/** The answer of an endpoint that wants nothing more. */
const gone = 410;

/**
 * Writes down what came of attempts: what has arrived, when the others are tried again, and which are given up. What somebody
 * has decided meanwhile stays. The endpoint is disabled where it says that it is gone, or where nothing has got through for
 * days. Three statements at the most. Returns whether it was.
 */
export async function settle(desk: Desk, endpoint: string, attempted: readonly Attempted[]): Promise<boolean> {
  const settled = attempted.map(({ delivery, attempt: { status, fault, took, answer } }) => {
    const wait = waitAfter(delivery.attempts);
    const arrived = hasArrived({ status, fault, took, answer });
    // What an endpoint that is gone was to be told waits until it is back.
    const goesOn = wait !== undefined || status === gone;
    const state: DeliveryState = arrived ? 'DELIVERED' : goesOn ? 'WAITING' : 'FAILED';
    return { id: delivery.id, seen: delivery.attempts, state, wait: wait ?? 0, status, fault, took, answer };
  });
  await sql`
    update webhook_delivery d set state = s.state, due_at = now() + s.wait * interval '1 millisecond',
      status = s.status, fault = s.fault, took = s.took, answer = s.answer
    from json_to_recordset(${JSON.stringify(settled)}::json)
      as s (id uuid, seen int, state text, wait int, status int, fault text, took int, answer text)
    where d.town_id = ${desk.town} and d.id = s.id and d.attempts = s.seen and d.state = 'WAITING'`.execute(desk.db);
  if (attempted.some(({ attempt }) => attempt.status === gone)) return disable(desk, endpoint, 'GONE');
  if (!attempted.some(({ attempt }) => hasArrived(attempt))) return noteFailure(desk, endpoint);
  await noteArrival(desk, endpoint);
  return false;
}

async function disable({ db }: Desk, endpoint: string, because: 'GONE' | 'FAILING'): Promise<true> {
  await db
    .updateTable('webhook_endpoint')
    .set({ disabled_at: sql`now()`, disabled_because: because })
    .where('id', '=', endpoint)
    .where('disabled_at', 'is', null)
    .execute();
  return true;
}

async function noteArrival({ db }: Desk, endpoint: string): Promise<void> {
  await db
    .updateTable('webhook_endpoint')
    .set({ failing_since: null })
    .where('id', '=', endpoint)
    .where('failing_since', 'is not', null)
    .execute();
}

async function noteFailure(desk: Desk, endpoint: string): Promise<boolean> {
  await desk.db
    .updateTable('webhook_endpoint')
    .set({ failing_since: sql`now()` })
    .where('id', '=', endpoint)
    .where('failing_since', 'is', null)
    .execute();
  const failing = await desk.db
    .selectFrom('webhook_endpoint')
    .select('id')
    .where('id', '=', endpoint)
    .where('failing_since', '<', sql<Date>`now() - ${longestFailing} * interval '1 millisecond'`)
    .executeTakeFirst();
  return failing !== undefined && disable(desk, endpoint, 'FAILING');
}
