import DataLoader from 'dataloader';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { loadOnce } from '../db/load-once.ts';
import type { Connection, PageArgs } from './connection.ts';
import { directionOf, orderedConnection, orderedRows, type PageOrder } from './ordered-page.ts';

/** One of several lists in the same order: its rows, with the columns of the order among them, and what counts them. */
interface OrderedList<DB, From extends keyof DB, Row, Counting, Counted extends keyof Counting> {
  rows: SelectQueryBuilder<DB, From, Row>;
  counted: SelectQueryBuilder<Counting, Counted, { total: number }>;
}

/**
 * A page of a list, as `orderedPage` makes it, read with all that ask for it under the same name in the same moment, such as one list of each
 * object of a list: two statements for all of them. The name is plain data that says what is listed, and which page.
 * Errors: BAD_INPUT on first, last, after or before.
 */
export async function orderedPageTogether<DB, From extends keyof DB, Row, Counting, Counted extends keyof Counting>(
  desk: Desk,
  name: readonly unknown[],
  args: PageArgs,
  order: PageOrder<Row>,
  list: OrderedList<DB, From, Row, Counting, Counted>,
): Promise<Connection<Row>> {
  type List = OrderedList<DB, From, Row, Counting, Counted>;
  const together = await loadOnce(desk, name, async () => {
    return new DataLoader((lists: readonly List[]) => orderedPages(desk, args, order, lists), { cache: false });
  });
  return together.load(list);
}

async function orderedPages<DB, From extends keyof DB, Row, Counting, Counted extends keyof Counting>(
  { db }: Desk,
  args: PageArgs,
  order: PageOrder<Row>,
  lists: readonly OrderedList<DB, From, Row, Counting, Counted>[],
): Promise<Connection<Row>[]> {
  const numbered = (list: number) => sql.lit(list).as('list');
  const pages = lists.map(({ rows }, list) => sql`(${orderedRows(args, order, rows.select(numbered(list)))})`);
  const counts = lists.map(({ counted }, list) => sql`(${counted.select(numbered(list))})`);
  const [union, direction] = [sql` union all `, sql.raw(directionOf(args, order.latestFirst))];
  const [by, id] = [order.by, order.id].map((column) => sql.ref(column.slice(column.indexOf('.') + 1)));
  const found = await sql<Row & { list: number }>`select * from (${sql.join(pages, union)}) found
    order by list, ${by} ${direction}, ${id} ${direction}`.execute(db);
  const totals = await sql<{ list: number; total: number }>`${sql.join(counts, union)}`.execute(db);
  const rows = Map.groupBy(found.rows, ({ list }) => list);
  const total = new Map(totals.rows.map((each) => [each.list, each.total]));
  return lists.map((_, list) => orderedConnection(args, order, rows.get(list) ?? [], total.get(list) ?? 0));
}
