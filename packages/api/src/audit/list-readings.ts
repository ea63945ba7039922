import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { type Connection, fillPage, type PageArgs } from '../schema/connection.ts';
import { globalId } from '../schema/global-id.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import type { ReadingFilter, ReadingType } from './reading.type.ts';
import { conditionsOf } from './reading-filter.ts';

type Row = Pick<ReadingType, 'operation' | 'purpose' | 'fields' | 'subjects'> & {
  id: string;
  account_id: string;
  application_id: string | null;
  read_at: Date;
};

/**
 * A page of the readings of the desk's town, the latest first.
 * Errors: those of conditionsOf; BAD_INPUT on first, last, after or before.
 */
export async function listReadings(
  desk: Desk,
  args: PageArgs,
  filter: ReadingFilter,
): Promise<Connection<ReadingType>> {
  const conditions = await conditionsOf(desk, filter);
  const chosen = desk.db
    .selectFrom('audit_reading')
    .where('town_id', '=', desk.town)
    .where((and) => and.and(conditions));
  const keyOf = ({ read_at: by, id: uuid }: Row) => ({ by, uuid });
  const page = await orderedPage(
    args,
    { by: 'read_at', type: 'timestamptz', id: 'id', latestFirst: true, keyOf },
    chosen
      .select(['id', 'account_id', 'application_id', 'read_at', 'operation', 'purpose', 'fields'])
      .select(sql<number>`cardinality(subjects)`.as('subjects')),
    chosen.select(({ fn }) => fn.countAll<number>().as('total')),
  );
  return fillPage(page, async (row) => readingOf(desk.town, row));
}

function readingOf(townId: number, row: Row): ReadingType {
  const { id, account_id: accountId, application_id: applicationId, read_at: readAt, ...rest } = row;
  return { ...rest, townId, id: globalId('Reading', townId, id), accountId, applicationId, readAt };
}
