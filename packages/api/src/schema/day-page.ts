import { type RawBuilder, sql } from 'kysely';
import { badInput } from '../errors.ts';
import { type Connection, connectionOf, decodeCursor, type PageArgs, readPageArgs } from './connection.ts';
import { uuidPattern } from './global-id.ts';

/** A list in the order of a day, and of one day by id: its columns in SQL, and of a node what stands in them. */
export interface DayOrder<Node> {
  day: string;
  id: string;
  latestFirst: boolean;
  keyOf(node: Node): { day: string; uuid: string };
}

/** How to read one page of such a list: which rows, in which direction, and at most how many. */
interface DayPage {
  beyond: RawBuilder<boolean>;
  direction: 'asc' | 'desc';
  limit: number;
}

/**
 * A page of a list that is ordered by a day. It begins where the cursor says, so page 1,000 costs what page 1 costs. `read`
 * answers the rows that a page asks for, and `count` how many the list has. Errors: BAD_INPUT on first, last, after or before.
 */
export async function dayPage<Node>(
  args: PageArgs,
  { day, id, latestFirst, keyOf }: DayOrder<Node>,
  read: (page: DayPage) => Promise<Node[]>,
  count: () => Promise<number>,
): Promise<Connection<Node>> {
  const { limit, backwards } = readPageArgs(args);
  const beyond = (cursor: string | null | undefined, field: string, later: boolean) => {
    if (cursor == null) return sql<boolean>`true`;
    const [on, uuid] = cursorKey(cursor, field);
    const key = sql`(${sql.ref(day)}, ${sql.ref(id)})`;
    return later
      ? sql<boolean>`${key} > (${on}::date, ${uuid}::uuid)`
      : sql<boolean>`${key} < (${on}::date, ${uuid}::uuid)`;
  };
  const nodes = await read({
    beyond: sql`(${beyond(args.after, 'after', !latestFirst)} and ${beyond(args.before, 'before', latestFirst)})`,
    direction: latestFirst !== backwards ? 'desc' : 'asc',
    limit: limit + 1,
  });
  const total = await count();
  const more = nodes.length > limit;
  const shown = nodes.slice(0, limit);
  if (backwards) shown.reverse();
  const key = (node: Node) => {
    const { day: on, uuid } = keyOf(node);
    return JSON.stringify([on, uuid]);
  };
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
