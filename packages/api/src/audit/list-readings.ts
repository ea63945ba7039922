import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { type Connection, connectionOf, decodeCursor, type PageArgs, readPageArgs } from '../schema/connection.ts';
import { globalId, uuidPattern } from '../schema/global-id.ts';
import type { ReadingFilter, ReadingType } from './reading.type.ts';
import { conditionsOf } from './reading-filter.ts';

/**
 * A page of the readings of the desk's town, the latest first. The page begins where the cursor says, so page 1,000 costs
 * what page 1 costs.
 * Errors: those of conditionsOf; BAD_INPUT on first, last, after or before.
 */
export async function listReadings(
  desk: Desk,
  args: PageArgs,
  filter: ReadingFilter,
): Promise<Connection<ReadingType>> {
  const { limit, backwards } = readPageArgs(args);
  const after = args.after == null ? null : cursorKey(args.after, 'after');
  const before = args.before == null ? null : cursorKey(args.before, 'before');
  const conditions = await conditionsOf(desk, filter);
  const chosen = desk.db
    .selectFrom('audit_reading')
    .where('town_id', '=', desk.town)
    .where((and) => and.and(conditions));
  const direction = backwards ? 'asc' : 'desc';
  const rows = await chosen
    .select(['id', 'account_id', 'read_at', 'operation', 'purpose', 'fields'])
    .select(sql<number>`cardinality(subjects)`.as('subjects'))
    .$if(after !== null, (query) => query.where(sql<boolean>`(read_at, id) < (${after?.[0]}, ${after?.[1]}::uuid)`))
    .$if(before !== null, (query) => query.where(sql<boolean>`(read_at, id) > (${before?.[0]}, ${before?.[1]}::uuid)`))
    .orderBy('read_at', direction)
    .orderBy('id', direction)
    .limit(limit + 1)
    .execute();
  const { total } = await chosen.select((all) => all.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const more = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (backwards) shown.reverse();
  const page = connectionOf(shown, (row) => `${row.read_at.getTime()} ${row.id}`, {
    before: backwards ? more : after !== null,
    after: backwards ? before !== null : more,
    total,
  });
  const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: readingOf(desk.town, node) }));
  return { ...page, edges, nodes: edges.map(({ node }) => node) };
}

function readingOf(
  townId: number,
  row: Pick<ReadingType, 'operation' | 'purpose' | 'fields' | 'subjects'> & {
    id: string;
    account_id: string;
    read_at: Date;
  },
): ReadingType {
  const { id, account_id: accountId, read_at: readAt, ...rest } = row;
  return { ...rest, townId, id: globalId('Reading', townId, id), accountId, readAt };
}

function cursorKey(cursor: string, field: string): [Date, string] {
  const [moment = '', id = '', ...rest] = decodeCursor(cursor, field).split(' ');
  if (!/^\d{1,15}$/.test(moment) || !uuidPattern.test(id) || rest.length > 0) throw badInput(field, 'badCursor');
  return [new Date(Number(moment)), id];
}
