import { type RawBuilder, sql } from 'kysely';
import { badInput } from '../errors.ts';
import { type Connection, connectionOf, decodeCursor, type PageArgs, readPageArgs } from './connection.ts';
import { uuidPattern } from './global-id.ts';
import { earliestDay, latestDay } from './scalars.ts';

/** A list in the order of a day or a moment, and where that is the same by id: its columns in SQL, and of a node what stands in them. */
export interface DatedOrder<Node> {
  date: string;
  id: string;
  latestFirst: boolean;
  keyOf(node: Node): { date: string | Date; uuid: string };
}

/** How to read one page of such a list: which rows, in which direction, and at most how many. */
interface DatedPage {
  beyond: RawBuilder<boolean>;
  direction: 'asc' | 'desc';
  limit: number;
}

/**
 * A page of a list that is ordered by a day or a moment. It begins where the cursor says, so page 1,000 costs what page 1 costs.
 * `read` answers the rows that a page asks for, and `count` how many the list has.
 * Errors: BAD_INPUT on first, last, after or before.
 */
export async function datedPage<Node>(
  args: PageArgs,
  { date, id, latestFirst, keyOf }: DatedOrder<Node>,
  read: (page: DatedPage) => Promise<Node[]>,
  count: () => Promise<number>,
): Promise<Connection<Node>> {
  const { limit, backwards } = readPageArgs(args);
  const beyond = (cursor: string | null | undefined, field: string, later: boolean) => {
    if (cursor == null) return sql<boolean>`true`;
    const [on, uuid] = cursorKey(cursor, field);
    const key = sql`(${sql.ref(date)}, ${sql.ref(id)})`;
    return later ? sql<boolean>`${key} > (${on}, ${uuid}::uuid)` : sql<boolean>`${key} < (${on}, ${uuid}::uuid)`;
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
    const { date: on, uuid } = keyOf(node);
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
  const [date, id] = Array.isArray(key) ? key : [];
  if (typeof date !== 'string' || !isDate(date) || typeof id !== 'string' || !uuidPattern.test(id)) {
    throw badInput(field, 'badCursor');
  }
  return [date, id];
}

/** Whether a text is a day, or a moment in UTC, as cursors have them. */
function isDate(text: string): boolean {
  if (text < earliestDay || text.slice(0, 10) > latestDay) return false;
  const written = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00.000Z` : text;
  const moment = new Date(written);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === written;
}
