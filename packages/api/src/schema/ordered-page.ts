import { type SelectQueryBuilder, sql } from 'kysely';
import { badInput } from '../errors.ts';
import { type Connection, connectionOf, decodeCursor, type PageArgs, readPageArgs } from './connection.ts';
import { uuidPattern } from './global-id.ts';
import { DateScalar, DateTimeScalar } from './scalars.ts';

/** What refuses what no column of a type can hold, by the type. */
const checks = {
  date: (text: string) => DateScalar.parseValue(text),
  timestamptz: (text: string) => DateTimeScalar.parseValue(text),
  uuid: (text: string) => {
    if (!uuidPattern.test(text)) throw new Error('No uuid');
  },
} as const;

/** The order of a list: by a day, a moment or what holds its rows, and of one by id. Its columns in SQL, and of a row what stands in them. */
export interface PageOrder<Row> {
  by: string;
  type: keyof typeof checks;
  id: string;
  latestFirst: boolean;
  keyOf(row: Row): { by: string | Date; uuid: string };
}

/**
 * A page of a list that is ordered so: of the `rows` that are chosen, of which `counted` tells how many there are. It begins where the cursor
 * says, so page 1,000 costs what page 1 costs. Two statements. Errors: BAD_INPUT on first, last, after or before.
 */
export async function orderedPage<DB, From extends keyof DB, Row, Counting, Counted extends keyof Counting>(
  args: PageArgs,
  order: PageOrder<Row>,
  rows: SelectQueryBuilder<DB, From, Row>,
  counted: SelectQueryBuilder<Counting, Counted, { total: number }>,
): Promise<Connection<Row>> {
  const found = await orderedRows(args, order, rows).execute();
  const [{ total } = { total: 0 }] = await counted.execute();
  return orderedConnection(args, order, found, total);
}

/** The same rows before they are read, for whoever reads several lists with one statement; one more than the page has, where there are more. */
export function orderedRows<DB, From extends keyof DB, Row>(
  args: PageArgs,
  { by, type, id, latestFirst }: PageOrder<Row>,
  rows: SelectQueryBuilder<DB, From, Row>,
): SelectQueryBuilder<DB, From, Row> {
  const beyond = (cursor: string | null | undefined, field: string, later: boolean) => {
    if (cursor == null) return sql<boolean>`true`;
    const [at, uuid] = readCursorPair(cursor, field, checks[type]);
    const key = sql`(${sql.ref(by)}, ${sql.ref(id)})`;
    const than = sql`(${at}::${sql.raw(type)}, ${uuid}::uuid)`;
    return later ? sql<boolean>`${key} > ${than}` : sql<boolean>`${key} < ${than}`;
  };
  const direction = directionOf(args, latestFirst);
  return rows
    .where(beyond(args.after, 'after', !latestFirst))
    .where(beyond(args.before, 'before', latestFirst))
    .orderBy(sql.ref(by), direction)
    .orderBy(sql.ref(id), direction)
    .limit(readPageArgs(args).limit + 1);
}

/** In which direction the rows of a page are read. */
export function directionOf(args: PageArgs, latestFirst: boolean): 'asc' | 'desc' {
  return latestFirst !== readPageArgs(args).backwards ? 'desc' : 'asc';
}

/** The page that these rows make, in their order. */
export function orderedConnection<Row>(
  args: PageArgs,
  { keyOf }: PageOrder<Row>,
  found: readonly Row[],
  total: number,
): Connection<Row> {
  const { limit, backwards } = readPageArgs(args);
  const more = found.length > limit;
  const shown = found.slice(0, limit);
  if (backwards) shown.reverse();
  const key = (row: Row) => {
    const { by: at, uuid } = keyOf(row);
    return JSON.stringify([at, uuid]);
  };
  return connectionOf(shown, key, {
    before: backwards ? more : args.after != null,
    after: backwards ? args.before != null : more,
    total,
  });
}

/**
 * What a cursor of a list stands for that is ordered by something, as text, and then by id; `check` throws on what is no such
 * text. Errors: BAD_INPUT on `field`.
 */
export function readCursorPair(cursor: string, field: string, check: (text: string) => unknown): [string, string] {
  const key = decodeCursor(cursor, field);
  try {
    const [first, id]: unknown[] = JSON.parse(key);
    if (typeof first === 'string' && typeof id === 'string' && uuidPattern.test(id)) {
      check(first);
      return [first, id];
    }
  } catch {
    // falls through to the refusal
  }
  throw badInput(field, 'badCursor');
}
