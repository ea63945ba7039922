import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { type Connection, connectionOf, decodeCursor, type PageArgs, readPageArgs } from './connection.ts';
import { uuidPattern } from './global-id.ts';

/** A row that lists are ordered by: its name, then its id. */
interface Named {
  town_id: number;
  id: string;
  name: string;
}

/**
 * A page of a town's people, partners or accounts, ordered by name as pinyin sorts it, then by id; `name` keeps those
 * whose name contains it. The page begins where the cursor says, so page 1,000 costs what page 1 costs.
 * Two statements. Errors: BAD_INPUT on first, last, after, before or filter.name.
 */
export async function namedPage<Node>(
  desk: Desk,
  table: 'person' | 'partner' | 'town_account',
  args: PageArgs,
  name: string | null | undefined,
  nodeOf: (row: Named) => Node,
): Promise<Connection<Node>> {
  const { limit, backwards } = readPageArgs(args);
  const part = name?.trim() ?? '';
  // PostgreSQL takes no text with this character.
  if (part.includes('\0')) throw badInput('filter.name', 'controlCharacters');
  const rows = desk.db
    .selectFrom(table)
    .where('town_id', '=', desk.town)
    .$if(part !== '', (query) => query.where(sql<boolean>`position(${part} in name) > 0`));
  const after = args.after == null ? undefined : cursorKey(args.after, 'after');
  const before = args.before == null ? undefined : cursorKey(args.before, 'before');
  const direction = backwards ? 'desc' : 'asc';
  const page = await rows
    .select(['town_id', 'id', 'name'])
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(name collate "zh-x-icu", id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(name collate "zh-x-icu", id) < (${before?.[0]}, ${before?.[1]}::uuid)`),
    )
    .orderBy(sql`name collate "zh-x-icu"`, direction)
    .orderBy('id', direction)
    .limit(limit + 1)
    .execute();
  const { total } = await rows.select((all) => all.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const more = page.length > limit;
  const shown = backwards ? page.slice(0, limit).reverse() : page.slice(0, limit);
  const keys = new Map(shown.map((row) => [nodeOf(row), JSON.stringify([row.name, row.id])]));
  return connectionOf([...keys.keys()], (node) => keys.get(node) ?? '', {
    before: backwards ? more : after !== undefined,
    after: backwards ? before !== undefined : more,
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
  const [name, id] = Array.isArray(key) ? key : [];
  if (typeof name !== 'string' || name.includes('\0') || typeof id !== 'string' || !uuidPattern.test(id)) {
    throw badInput(field, 'badCursor');
  }
  return [name, id];
}
