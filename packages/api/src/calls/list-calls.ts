import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { Connection, PageArgs } from '../schema/connection.ts';
import { datedPage } from '../schema/dated-page.ts';
import type { CallType } from './call.type.ts';
import { callOf, selectCalls } from './call-rows.ts';

/**
 * A page of the calls of the desk's town for which all conditions on `call` hold, the latest first. Two statements.
 * Errors: BAD_INPUT on first, last, after or before.
 */
export function listCalls(
  desk: Desk,
  conditions: readonly RawBuilder<boolean>[],
  args: PageArgs,
): Promise<Connection<CallType>> {
  const all = sql<boolean>`${sql.join([sql`call.town_id = ${desk.town}`, ...conditions], sql` and `)}`;
  const keyOf = ({ calledAt: date, uuid }: CallType) => ({ date, uuid });
  return datedPage(
    args,
    { date: 'call.called_at', id: 'call.id', latestFirst: true, keyOf },
    async ({ beyond, direction, limit }) => {
      const rows = await selectCalls(desk)
        .where(all)
        .where(beyond)
        .orderBy('call.called_at', direction)
        .orderBy('call.id', direction)
        .limit(limit)
        .execute();
      return rows.map(callOf);
    },
    async () => {
      const { total } = await desk.db
        .selectFrom('call')
        .select((each) => each.fn.countAll<number>().as('total'))
        .where(all)
        .executeTakeFirstOrThrow();
      return total;
    },
  );
}
