import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { type Connection, connectionOf, type PageArgs, readPageArgs } from './connection.ts';
import { readCursorPair } from './ordered-page.ts';

/** A row that lists are ordered by: its name, then its id. */
interface Named {
  town_id: number;
  id: string;
  name: string;
}

/** Which page of which list, once its arguments are checked. */
interface PageKey {
  table: 'person' | 'partner' | 'town_account';
  limit: number;
  backwards: boolean;
  after: [string, string] | null;
  before: [string, string] | null;
  /** Part of the names; empty for all. */
  part: string;
}

/**
 * A page of a town's people, partners or accounts, ordered by name as pinyin sorts it, then by id; `name` keeps those
 * whose name contains it. The page begins where the cursor says, so page 1,000 costs what page 1 costs.
 * Two statements, also where the same page is asked for in many places.
 * Errors: BAD_INPUT on first, last, after, before or filter.name.
 */
export async function namedPage<Node>(
  desk: Desk,
  table: PageKey['table'],
  args: PageArgs,
  name: string | null | undefined,
  nodeOf: (row: Named) => Node,
): Promise<Connection<Node>> {
  const { limit, backwards } = readPageArgs(args);
  const part = name?.trim() ?? '';
  requireText(part, 'filter.name');
  const cursorKey = (cursor: string | null | undefined, field: string) =>
    cursor == null ? null : readCursorPair(cursor, field, (text) => requireText(text, field));
  const after = cursorKey(args.after, 'after');
  const before = cursorKey(args.before, 'before');
  const page = await desk.load(readPages, { table, limit, backwards, after, before, part });
  const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: nodeOf(node) }));
  return { ...page, edges, nodes: edges.map((edge) => edge.node) };
}

function readPages(desk: Desk, keys: readonly PageKey[]): Promise<Connection<Named>[]> {
  return Promise.all(keys.map((key) => readPage(desk, key)));
}

async function readPage(desk: Desk, key: PageKey): Promise<Connection<Named>> {
  const { table, limit, backwards, after, before, part } = key;
  const rows = desk.db
    .selectFrom(table)
    .where('town_id', '=', desk.town)
    .$if(part !== '', (query) => query.where(sql<boolean>`position(${part} in name) > 0`));
  const direction = backwards ? 'desc' : 'asc';
  const page = await rows
    .select(['town_id', 'id', 'name'])
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(name collate "zh-x-icu", id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .$if(before !== null, (query) =>
      query.where(sql<boolean>`(name collate "zh-x-icu", id) < (${before?.[0]}, ${before?.[1]}::uuid)`),
    )
    .orderBy(sql`name collate "zh-x-icu"`, direction)
    .orderBy('id', direction)
    .limit(limit + 1)
    .execute();
  const { total } = await rows.select((all) => all.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const more = page.length > limit;
  const shown = backwards ? page.slice(0, limit).reverse() : page.slice(0, limit);
  return connectionOf(shown, (row) => JSON.stringify([row.name, row.id]), {
    before: backwards ? more : after !== null,
    after: backwards ? before !== null : more,
    total,
  });
}

/** PostgreSQL takes no text with a null character. Errors: BAD_INPUT on `field`. */
export function requireText(text: string, field: string): void {
  if (text.includes('\0')) throw badInput(field, 'controlCharacters');
}
