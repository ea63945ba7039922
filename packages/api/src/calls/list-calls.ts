import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { type Connection, fillPage, type PageArgs } from '../schema/connection.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import type { CallType } from './call.type.ts';
import { type CallRow, callOf, selectCalls } from './call-rows.ts';

/**
 * A page of the calls of the desk's town for which all conditions on `call` hold, the latest first. Two statements.
 * Errors: BAD_INPUT on first, last, after or before.
 */
export async function listCalls(
  desk: Desk,
  conditions: readonly RawBuilder<boolean>[],
  args: PageArgs,
): Promise<Connection<CallType>> {
  const all = sql<boolean>`${sql.join([sql`call.town_id = ${desk.town}`, ...conditions], sql` and `)}`;
  const keyOf = ({ called_at: by, id: uuid }: CallRow) => ({ by, uuid });
  const page = await orderedPage(
    args,
    { by: 'call.called_at', type: 'timestamptz', id: 'call.id', latestFirst: true, keyOf },
    selectCalls(desk).where(all),
    desk.db
      .selectFrom('call')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where(all),
  );
  return fillPage(page, async (row) => callOf(row));
}
