import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { type Connection, fillPage, type PageArgs } from '../schema/connection.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import type { RequestType } from './request.type.ts';
import type { requestOrders } from './request-list.type.ts';
import { type RequestRow, requestOf, selectRequests } from './request-rows.ts';

/** The day by which each order lists, and whether the latest day comes first. */
const orders = {
  LATEST: { day: 'raised_on', latestFirst: true },
  DUE: { day: 'due_on', latestFirst: false },
} as const;

/**
 * A page of the requests of the desk's town for which all conditions on `r` hold. Two statements.
 * Errors: BAD_INPUT on first, last, after or before.
 */
export async function listRequests(
  desk: Desk,
  conditions: readonly RawBuilder<boolean>[],
  args: PageArgs & { orderBy: (typeof requestOrders)[number] },
): Promise<Connection<RequestType>> {
  const { day, latestFirst } = orders[args.orderBy];
  const all = sql<boolean>`${sql.join([sql`r.town_id = ${desk.town}`, ...conditions], sql` and `)}`;
  const page = await orderedPage(
    args,
    {
      by: `r.${day}`,
      type: 'date',
      id: 'r.id',
      latestFirst,
      keyOf: (row: RequestRow) => ({ by: row[day], uuid: row.id }),
    },
    selectRequests(desk).where(all),
    desk.db
      .selectFrom('request as r')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where(all),
  );
  return fillPage(page, async (row) => requestOf(row));
}
