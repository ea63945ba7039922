import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { type Connection, connectionOf, decodeCursor, type PageArgs, readPageArgs } from '../schema/connection.ts';
import { uuidPattern } from '../schema/global-id.ts';
import type { CallType } from './call.type.ts';
import { callOf, selectCalls } from './call-rows.ts';

/**
 * A page of the calls of the desk's town for which all conditions on `call` hold, the latest first. The page begins where
 * the cursor says, so page 1,000 costs what page 1 costs. Two statements.
 * Errors: BAD_INPUT on first, last, after or before.
 */
export async function listCalls(
  desk: Desk,
  conditions: readonly RawBuilder<boolean>[],
  args: PageArgs,
): Promise<Connection<CallType>> {
  const { limit, backwards } = readPageArgs(args);
  const all = sql<boolean>`${sql.join([sql`call.town_id = ${desk.town}`, ...conditions], sql` and `)}`;
  const beyond = (cursor: string | null | undefined, field: string, later: boolean) => {
    if (cursor == null) return sql<boolean>`true`;
    const [at, id] = cursorKey(cursor, field);
    return later
      ? sql<boolean>`(call.called_at, call.id) > (${at}::timestamptz, ${id}::uuid)`
      : sql<boolean>`(call.called_at, call.id) < (${at}::timestamptz, ${id}::uuid)`;
  };
  const order = backwards ? 'asc' : 'desc';
  const rows = await selectCalls(desk)
    .where(all)
    .where(beyond(args.after, 'after', false))
    .where(beyond(args.before, 'before', true))
    .orderBy('call.called_at', order)
    .orderBy('call.id', order)
    .limit(limit + 1)
    .execute();
  const { total } = await desk.db
    .selectFrom('call')
    .select((each) => each.fn.countAll<number>().as('total'))
    .where(all)
    .executeTakeFirstOrThrow();
  const more = rows.length > limit;
  const shown = rows.slice(0, limit).map(callOf);
  if (backwards) shown.reverse();
  return connectionOf(shown, ({ calledAt, uuid }) => JSON.stringify([calledAt.toISOString(), uuid]), {
    before: backwards ? more : args.after != null,
    after: backwards ? args.before != null : more,
    total,
  });
}

function cursorKey(cursor: string, field: string): [string, string] {
  let key: unknown;
  try {
    key = JSON.parse(decodeCursor(cursor, field));
  } catch {
    throw badInput(field, 'badCursor');
  }
  const [at, id] = Array.isArray(key) ? key : [];
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof id !== 'string' || !uuidPattern.test(id)) {
    throw badInput(field, 'badCursor');
  }
  return [new Date(at).toISOString(), id];
}
