import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { type Connection, connectionOf, decodeCursor, type PageArgs, readPageArgs } from '../schema/connection.ts';
import { uuidPattern } from '../schema/global-id.ts';
import type { RequestType } from './request.type.ts';
import type { requestOrders } from './request-list.type.ts';
import { requestOf, selectRequests } from './request-rows.ts';

/** The day by which each order lists, and whether the latest day comes first. */
const orders = {
  LATEST: { day: 'raised_on', latestFirst: true },
  DUE: { day: 'due_on', latestFirst: false },
} as const;

/**
 * A page of the requests of the desk's town for which all conditions on `r` hold. The page begins where the cursor says,
 * so page 1,000 costs what page 1 costs. Two statements.
 * Errors: BAD_INPUT on first, last, after or before.
 */
export async function listRequests(
  desk: Desk,
  conditions: readonly RawBuilder<boolean>[],
  args: PageArgs & { orderBy: (typeof requestOrders)[number] },
): Promise<Connection<RequestType>> {
  const { limit, backwards } = readPageArgs(args);
  const { day, latestFirst } = orders[args.orderBy];
  const column = sql.ref<string>(`r.${day}`);
  const all = sql<boolean>`${sql.join([sql`r.town_id = ${desk.town}`, ...conditions], sql` and `)}`;
  const beyond = (cursor: string | null | undefined, field: string, later: boolean) => {
    if (cursor == null) return sql<boolean>`true`;
    const [on, id] = cursorKey(cursor, field);
    return later
      ? sql<boolean>`(${column}, r.id) > (${on}::date, ${id}::uuid)`
      : sql<boolean>`(${column}, r.id) < (${on}::date, ${id}::uuid)`;
  };
  const descending = latestFirst !== backwards;
  const rows = await selectRequests(desk)
    .where(all)
    .where(beyond(args.after, 'after', !latestFirst))
    .where(beyond(args.before, 'before', latestFirst))
    .orderBy(column, descending ? 'desc' : 'asc')
    .orderBy('r.id', descending ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute();
  const { total } = await desk.db
    .selectFrom('request as r')
    .select((each) => each.fn.countAll<number>().as('total'))
    .where(all)
    .executeTakeFirstOrThrow();
  const more = rows.length > limit;
  const shown = rows.slice(0, limit).map(requestOf);
  if (backwards) shown.reverse();
  const key = (request: RequestType) =>
    JSON.stringify([day === 'due_on' ? request.dueOn : request.raisedOn, request.uuid]);
  return connectionOf(shown, key, {
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
  const [day, id] = Array.isArray(key) ? key : [];
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day) || typeof id !== 'string' || !uuidPattern.test(id)) {
    throw badInput(field, 'badCursor');
  }
  return [day, id];
}
